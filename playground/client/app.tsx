import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { people } from "../server/people.ts";
import { Authors } from "./authors/authors.tsx";
import { Header, tabsFor } from "./header.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { KnowledgeBanner } from "./knowledge-banner.tsx";
import { platformNames, useLive } from "./live.ts";
import { isLanguage, languages, StringsContext } from "./page-strings.ts";
import { isDrawn, nameIn, PlatformPanel } from "./platforms.tsx";
import { Toast } from "./toast.tsx";
import { useLocalStorage } from "./use-local-storage.ts";
import { useToast } from "./use-toast.ts";

const tabs = tabsFor(platformNames);

/** The whole page. */
export function App(): JSX.Element {
  const [language, setLanguage] = useLocalStorage("language", navigator.language.split("-")[0] ?? "en");
  const [storedPerson, setPerson] = useLocalStorage("person", people[0].name);
  const [storedView, setView] = useLocalStorage("view", tabs[0] ?? "");
  const [turn, setTurn] = useState<string>();
  const [isInspectorOpen, setInspectorOpen] = useState(false);
  const spoken = isLanguage(language) ? language : "en";
  const person = people.find(({ name }) => name === storedPerson)?.name ?? people[0].name;
  const words = languages[spoken];
  const live = useLive(person);
  const { views } = live;
  const view = tabs.find((one) => one === storedView) ?? tabs[0] ?? "";
  const { toast, showToast, withToast } = useToast(words);
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
    document.title = words.title;
  }, [spoken]);
  const openInspector = (id: string) => {
    setTurn(id);
    setInspectorOpen(true);
  };

  return (
    <StringsContext.Provider value={words}>
      <Header
        tabs={tabs}
        view={view}
        onView={setView}
        person={person}
        onPerson={setPerson}
        language={spoken}
        onLanguage={setLanguage}
        isInspectorOpen={isInspectorOpen}
        onInspector={() => setInspectorOpen(!isInspectorOpen)}
      />
      <KnowledgeBanner knowledge={live.knowledge} isConnected={live.isConnected} />
      <main class={`view-${view} ${isInspectorOpen ? "with-inspector" : ""}`}>
        {platformNames
          .filter((name) => view === name || (view === "both" && isDrawn(name)))
          .map((name) => (
            <PlatformPanel
              key={`${name}-${person}`}
              platform={name}
              views={views}
              person={person}
              withToast={withToast}
              openInspector={openInspector}
            />
          ))}
        {view === "authors" && <Authors knowledge={live.knowledge} turns={live.turns ?? []} />}
        {isInspectorOpen && (
          <Inspector
            turns={live.turns ?? []}
            nameOf={(key) => nameIn(views, key.split("/").at(-1) ?? key) ?? key}
            chosen={turn}
            onChoose={setTurn}
            onClose={() => setInspectorOpen(false)}
          />
        )}
      </main>
      <Toast toast={toast} onClose={() => showToast(undefined)} />
    </StringsContext.Provider>
  );
}
