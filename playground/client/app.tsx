import { useLayoutEffect, useState } from "preact/hooks";
import { people } from "../server/people.ts";
import { Authors } from "./authors/authors.tsx";
import { Header, tabsFor } from "./header.tsx";
import { Behind } from "./inspector/behind.tsx";
import { useKept } from "./kept.ts";
import { KnowledgeBanner } from "./knowledge-banner.tsx";
import { useLive } from "./live.ts";
import { isDrawn, nameIn, PlatformPanel } from "./platforms.tsx";
import { Toast } from "./toast.tsx";
import { useTold } from "./use-told.ts";
import { isLanguage, languages, WordsContext } from "./words.ts";

/** The whole page. */
export function App() {
  const [language, setLanguage] = useKept("language", navigator.language.split("-")[0] ?? "en");
  const [keptPerson, setPerson] = useKept("person", people[0].name);
  const [keptView, setView] = useKept("view", "slack");
  const [turn, setTurn] = useState<string>();
  const [isBehindOpen, openBehind] = useState(false);
  const spoken = isLanguage(language) ? language : "en";
  const person = people.find(({ name }) => name === keptPerson)?.name ?? people[0].name;
  const words = languages[spoken];
  const live = useLive(person);
  const { platforms = [], views } = live;
  const tabs = tabsFor(platforms);
  const view = tabs.find((one) => one === keptView) ?? tabs[0] ?? "";
  const { told, tell, telling } = useTold(words);
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
    document.title = words.title;
  }, [spoken]);
  const lookBehind = (id: string) => {
    setTurn(id);
    openBehind(true);
  };

  return (
    <WordsContext.Provider value={words}>
      <Header
        tabs={tabs}
        view={view}
        onView={setView}
        person={person}
        onPerson={setPerson}
        language={spoken}
        onLanguage={setLanguage}
        isBehindOpen={isBehindOpen}
        onBehind={() => openBehind(!isBehindOpen)}
      />
      <KnowledgeBanner knowledge={live.knowledge} isConnected={live.isConnected} />
      <main class={`view-${view} ${isBehindOpen ? "with-behind" : ""}`}>
        {platforms
          .filter((name) => view === name || (view === "both" && isDrawn(name)))
          .map((name) => (
            <PlatformPanel
              key={`${name}-${person}`}
              platform={name}
              views={views}
              person={person}
              telling={telling}
              lookBehind={lookBehind}
            />
          ))}
        {view === "authors" && <Authors knowledge={live.knowledge} turns={live.turns ?? []} />}
        {isBehindOpen && (
          <Behind
            turns={live.turns ?? []}
            nameOf={(key) => nameIn(views, key.split("/").at(-1) ?? key) ?? key}
            chosen={turn}
            onChoose={setTurn}
            onClose={() => openBehind(false)}
          />
        )}
      </main>
      <Toast told={told} onClose={() => tell(undefined)} />
    </WordsContext.Provider>
  );
}
