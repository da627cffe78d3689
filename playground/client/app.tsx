import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { people } from "../server/people.ts";
import { discordActs, slackActs } from "./ask-server.ts";
import { Authors } from "./authors/authors.tsx";
import { Discord } from "./discord/discord.tsx";
import { Header, type View, views } from "./header.tsx";
import { Behind } from "./inspector/behind.tsx";
import { useKept } from "./kept.ts";
import { KnowledgeBanner } from "./knowledge-banner.tsx";
import { type Live, useLive } from "./live.ts";
import { Slack } from "./slack/slack.tsx";
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
  const view: View = views.find((one) => one === keptView) ?? "slack";
  const words = languages[spoken];
  const live = useLive(person);
  const { told, tell, telling } = useTold(words);
  const acts = useMemo(
    () => ({ slack: telling(slackActs(person)), discord: telling(discordActs(person)) }),
    [person, words],
  );
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
        {(view === "slack" || view === "both") && live.slack && (
          <Slack key={`slack-${person}`} view={live.slack} act={acts.slack} lookBehind={lookBehind} />
        )}
        {(view === "discord" || view === "both") && live.discord && (
          <Discord key={`discord-${person}`} view={live.discord} act={acts.discord} lookBehind={lookBehind} />
        )}
        {view === "authors" && <Authors knowledge={live.knowledge} turns={live.turns ?? []} />}
        {isBehindOpen && (
          <Behind
            turns={live.turns ?? []}
            nameOf={(key) => nameIn(live, key)}
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

/** Somebody's name, by their key, which ends with their id. */
function nameIn({ slack, discord }: Live, key: string): string {
  const id = key.split("/").at(-1) ?? key;
  return slack?.users[id] ?? discord?.users[id]?.name ?? key;
}
