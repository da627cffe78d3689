import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { TurnRecord } from "../server/core-view.ts";
import { people } from "../server/people.ts";
import { Authors } from "./authors/authors.tsx";
import { Header, platformTab, tabsFor } from "./header.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { KnowledgeBanner } from "./knowledge-banner.tsx";
import { isLanguage, languages, StringsContext } from "./page-strings.ts";
import { PlatformPanel } from "./platform-panel.tsx";
import { drawingOf } from "./platforms.ts";
import { Toast } from "./toast.tsx";
import { useLocalStorage } from "./use-local-storage.ts";
import { platformNames, type StreamState, useStream } from "./use-stream.ts";
import { useToast } from "./use-toast.ts";

const tabs = tabsFor(platformNames);
const firstTab = tabs[0]?.id ?? "";

/** The whole page. */
export function App(): JSX.Element {
  const [language, setLanguage] = useLocalStorage("language", navigator.language.split("-")[0] ?? "en");
  const [storedPerson, setPerson] = useLocalStorage("person", people[0].name);
  const [storedView, setView] = useLocalStorage("view", firstTab);
  const [turn, setTurn] = useState<string>();
  const [isInspectorOpen, setInspectorOpen] = useState(false);
  const spoken = isLanguage(language) ? language : "en";
  const person = people.find(({ name }) => name === storedPerson)?.name ?? people[0].name;
  const strings = languages[spoken];
  const { views, turns = [], knowledge, isConnected } = useStream(person);
  const view = tabs.find(({ id }) => id === storedView)?.id ?? firstTab;
  const { toast, closeToast, withToast } = useToast(strings);
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
    document.title = strings.title;
  }, [spoken]);
  const shown = platformNames.filter(
    (name) => view === platformTab(name) || (view === "both" && drawingOf(name)),
  );
  const openInspector = (id: string) => {
    setTurn(id);
    setInspectorOpen(true);
  };

  return (
    <StringsContext.Provider value={strings}>
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
      <KnowledgeBanner knowledge={knowledge} isConnected={isConnected} />
      <main class={`${view === "both" ? "view-both" : ""} ${isInspectorOpen ? "with-inspector" : ""}`}>
        {shown.map((platform) => (
          <PlatformPanel
            key={`${platform}-${person}`}
            platform={platform}
            person={person}
            view={views[platform]}
            withToast={withToast}
            openInspector={openInspector}
          />
        ))}
        {view === "authors" && <Authors knowledge={knowledge} turns={turns} />}
        {isInspectorOpen && (
          <Inspector
            turns={turns}
            nameOf={(one) => nameOf(views, one)}
            chosen={turn}
            onChoose={setTurn}
            onClose={() => setInspectorOpen(false)}
          />
        )}
      </main>
      <Toast toast={toast} onClose={closeToast} />
    </StringsContext.Provider>
  );
}

/** The name of the person in a turn. Their key ends with their id. */
function nameOf(views: StreamState["views"], { platform, person }: TurnRecord): string {
  const view = views[platform];
  const id = person.split("/").at(-1) ?? person;
  return (view !== undefined && drawingOf(platform)?.nameOf(view, id)) || person;
}
