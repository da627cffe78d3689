import type { JSX } from "preact";
import type { PersonName } from "../server/people.ts";
import { Icon, type IconName } from "./icons.tsx";
import { isLanguage, type Language, languages, useStrings } from "./page-strings.ts";
import { PeopleChoice } from "./people-choice.tsx";
import { drawingOf, labelOf } from "./platforms.ts";
import type { PageStrings } from "./strings-en.ts";
import { type Theme, themes, useTheme } from "./theme.ts";
import { platformNames } from "./use-stream.ts";

/** The tab of a platform. The prefix keeps its name apart from those of the other tabs. */
export function platformTab(platform: string): string {
  return `platform/${platform}`;
}

export interface Tab {
  readonly id: string;
  readonly label: (strings: PageStrings) => string;
}

/** The tabs of the page: each platform, those with a drawing side by side, and the knowledge for its authors. */
export function tabsFor(platforms: readonly string[]): readonly Tab[] {
  const ofPlatform = (name: string): Tab => ({
    id: platformTab(name),
    label: (strings) => labelOf(name, strings),
  });
  const sideBySide: Tab = { id: "both", label: ({ both }) => both };
  const isSideBySide = platforms.filter(drawingOf).length > 1;
  const authors: Tab = { id: "authors", label: (strings) => strings.authors };
  return [...platforms.map(ofPlatform), ...(isSideBySide ? [sideBySide] : []), authors];
}

const languageNames: Readonly<Record<Language, string>> = { en: "English", vi: "Tiếng Việt" };

interface Props {
  readonly tabs: readonly Tab[];
  readonly view: string;
  readonly onView: (view: string) => void;
  readonly person: PersonName;
  readonly onPerson: (person: PersonName) => void;
  /** How many messages for a person are unread. */
  readonly countFor: (person: string) => number;
  readonly language: Language;
  readonly onLanguage: (language: string) => void;
  readonly isTourOpen: boolean;
  readonly onTour: () => void;
  readonly isInspectorOpen: boolean;
  readonly onInspector: () => void;
}

/** The tabs, and the choice of person, language and theme. */
export function Header({
  tabs,
  view,
  onView,
  person,
  onPerson,
  countFor,
  language,
  onLanguage,
  isTourOpen,
  onTour,
  isInspectorOpen,
  onInspector,
}: Props): JSX.Element {
  const strings = useStrings();
  const platforms = new Intl.ListFormat(language).format(platformNames.map((name) => labelOf(name, strings)));
  return (
    <header class="top">
      <div class="brand">
        <img src="/icon.svg" alt="" width={30} height={30} />
        <h1 title={strings.subtitle(platforms)}>{strings.title}</h1>
      </div>
      <nav aria-label={strings.views}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            class={id === "both" ? "wide-only" : undefined}
            data-tour={`tab/${id}`}
            aria-current={id === view ? "page" : undefined}
            onClick={() => onView(id)}
          >
            {label(strings)}
          </button>
        ))}
      </nav>
      <div class="choices">
        <PeopleChoice person={person} onPerson={onPerson} countFor={countFor} />
        <LanguageChoice language={language} onLanguage={onLanguage} />
        <ThemeChoice />
        <button
          type="button"
          aria-label={strings.tour.name}
          title={strings.tour.name}
          aria-pressed={isTourOpen}
          onClick={onTour}
        >
          <Icon name="tour" />
        </button>
        <button type="button" class="inspector-toggle" aria-pressed={isInspectorOpen} onClick={onInspector}>
          <Icon name="inspector" /> <span>{strings.inspector}</span>
        </button>
      </div>
    </header>
  );
}

/** Switches to the next language, which is named in itself. */
function LanguageChoice({ language, onLanguage }: Pick<Props, "language" | "onLanguage">): JSX.Element {
  const strings = useStrings();
  const codes = Object.keys(languages).filter(isLanguage);
  const next = codes[(codes.indexOf(language) + 1) % codes.length] ?? language;
  const code = next.toUpperCase();
  const name = `${strings.pageLanguage}: ${languageNames[next]}`;
  return (
    <button type="button" aria-label={`${code}, ${name}`} title={name} onClick={() => onLanguage(next)}>
      {code}
    </button>
  );
}

const themeIcons: Readonly<Record<Theme, IconName>> = { auto: "auto", light: "sun", dark: "moon" };

/** Shows the current theme, and switches to the next. */
function ThemeChoice(): JSX.Element {
  const strings = useStrings();
  const [theme, setTheme] = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  const name = `${strings.theme}: ${strings.themes[theme]}`;
  return (
    <button type="button" aria-label={name} title={name} onClick={() => setTheme(next)}>
      <Icon name={themeIcons[theme]} />
    </button>
  );
}
