import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { TurnRecord } from "../server/core-view.ts";
import { people } from "../server/people.ts";
import { Authors } from "./authors/authors.tsx";
import { Header, platformTab, tabsFor } from "./header.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { KnowledgeBanner } from "./knowledge-banner.tsx";
import { languageFor, languages, StringsContext } from "./page-strings.ts";
import { PlatformPanel } from "./platform-panel.tsx";
import { drawingOf } from "./platforms.ts";
import { Toast } from "./toast.tsx";
import { TourBar } from "./tour/tour-bar.tsx";
import { useTour } from "./tour/use-tour.ts";
import { useLocalStorage } from "./use-local-storage.ts";
import { platformNames, type StreamState, useStream } from "./use-stream.ts";
import { useToast } from "./use-toast.ts";
import { useUnread } from "./use-unread.ts";

const tabs = tabsFor(platformNames);
const firstTab = tabs[0]?.id ?? "";

/** The whole page. */
export function App(): JSX.Element {
  const [chosenLanguage, setLanguage] = useLocalStorage("language", "");
  const [storedPerson, setPerson] = useLocalStorage("person", people[0].name);
  const [storedView, setView] = useLocalStorage("view", firstTab);
  const [turn, setTurn] = useState<string>();
  const [isInspectorOpen, setInspectorOpen] = useState(false);
  const person = people.find(({ name }) => name === storedPerson)?.name ?? people[0].name;
  const spoken = languageFor(person, chosenLanguage);
  const strings = languages[spoken];
  const { views, turns = [], knowledge, unread, waiting = 0, team = null, isConnected } = useStream(person);
  const view = tabs.find(({ id }) => id === storedView)?.id ?? firstTab;
  const { toast, closeToast, withToast } = useToast(strings);
  const { countFor, total, marksOn } = useUnread(person, unread);
  const namedTurns = useMemo(
    () => turns.map((one) => ({ ...one, person: nameOf(views, one) })),
    [turns, views],
  );
  const tour = useTour({ turns: namedTurns, person, countFor });
  const title = total > 0 ? `(${total}) ${strings.title}` : strings.title;
  useLayoutEffect(() => {
    document.documentElement.lang = spoken;
    document.title = title;
  }, [spoken, title]);
  const shown = platformNames.filter(
    (name) => view === platformTab(name) || (view === "both" && drawingOf(name)),
  );
  const openInspector = (id: string) => {
    setTurn(id);
    setInspectorOpen(true);
  };
  const beginTour = () => {
    const asker = people.find((one) => one.locale === spoken)?.name ?? people[0].name;
    setPerson(asker);
    if (shown.length === 0) setView(firstTab);
    tour.begin(asker);
  };

  return (
    <StringsContext.Provider value={strings}>
      <Header
        tabs={tabs}
        view={view}
        onView={setView}
        person={person}
        onPerson={setPerson}
        countFor={countFor}
        language={spoken}
        onLanguage={setLanguage}
        isTourOpen={tour.state.kind === "running"}
        onTour={tour.state.kind === "running" ? tour.close : beginTour}
        isInspectorOpen={isInspectorOpen}
        onInspector={() => setInspectorOpen(!isInspectorOpen)}
      />
      <KnowledgeBanner knowledge={knowledge} waiting={waiting} isConnected={isConnected} />
      <TourBar tour={tour} person={person} view={view} team={team} onBegin={beginTour} />
      <main class={`${view === "both" ? "view-both" : ""} ${isInspectorOpen ? "with-inspector" : ""}`}>
        {shown.map((platform) => (
          <PlatformPanel
            key={`${platform}-${person}`}
            platform={platform}
            person={person}
            view={views[platform]}
            withToast={withToast}
            openInspector={openInspector}
            marks={marksOn(platform)}
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
