import type { JSX } from "preact";
import { people } from "../server/people.ts";
import { Icon, type IconName } from "./icons.tsx";
import { isLanguage, type Language, languages, useStrings } from "./page-strings.ts";
import { isDrawn } from "./platforms.tsx";
import type { PageStrings } from "./strings-en.ts";
import { type Theme, themes, useTheme } from "./theme.ts";

/** The tabs of the page: each platform, the drawn ones side by side, and what is for authors. */
export function tabsFor(platforms: readonly string[]): readonly string[] {
  const sideBySide = platforms.filter(isDrawn).length > 1 ? ["both"] : [];
  return [...platforms, ...sideBySide, "authors"];
}

const languageNames: Readonly<Record<Language, string>> = { en: "English", vi: "Tiếng Việt" };

/** A platform without a drawing of its own has its name for a label. */
function labelOf(tab: string, words: PageStrings): string {
  switch (tab) {
    case "slack":
    case "discord":
    case "both":
    case "authors":
      return words[tab];
    default:
      return tab;
  }
}

interface Props {
  readonly tabs: readonly string[];
  readonly view: string;
  readonly onView: (view: string) => void;
  readonly person: string;
  readonly onPerson: (person: string) => void;
  readonly language: Language;
  readonly onLanguage: (language: string) => void;
  readonly isInspectorOpen: boolean;
  readonly onInspector: () => void;
}

/** What is looked at, as whom, and how. */
export function Header({
  tabs,
  view,
  onView,
  person,
  onPerson,
  language,
  onLanguage,
  isInspectorOpen,
  onInspector,
}: Props): JSX.Element {
  const words = useStrings();
  return (
    <header class="top">
      <div class="brand">
        <img src="/icon.svg" alt="" width={30} height={30} />
        <h1 title={words.subtitle}>{words.title}</h1>
      </div>
      <nav aria-label={words.views}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            class={one === "both" ? "wide-only" : undefined}
            aria-current={one === view ? "page" : undefined}
            onClick={() => onView(one)}
          >
            {labelOf(one, words)}
          </button>
        ))}
      </nav>
      <div class="choices">
        <label>
          <span>{words.you}</span>
          <select value={person} onChange={({ currentTarget }) => onPerson(currentTarget.value)}>
            {people.map(({ name }) => (
              <option key={name} value={name}>
                {words.people[name]}
              </option>
            ))}
          </select>
        </label>
        <LanguageChoice language={language} onLanguage={onLanguage} />
        <ThemeChoice />
        <button type="button" class="inspector-toggle" aria-pressed={isInspectorOpen} onClick={onInspector}>
          <Icon name="inspector" /> <span>{words.inspector}</span>
        </button>
      </div>
    </header>
  );
}

/** The next language, named in itself. */
function LanguageChoice({ language, onLanguage }: Pick<Props, "language" | "onLanguage">): JSX.Element {
  const words = useStrings();
  const codes = Object.keys(languages).filter(isLanguage);
  const next = codes[(codes.indexOf(language) + 1) % codes.length] ?? language;
  const code = next.toUpperCase();
  const name = `${words.pageLanguage}: ${languageNames[next]}`;
  return (
    <button type="button" aria-label={`${code}, ${name}`} title={name} onClick={() => onLanguage(next)}>
      {code}
    </button>
  );
}

const themeIcons: Readonly<Record<Theme, IconName>> = { auto: "auto", light: "sun", dark: "moon" };

/** The colours as they are; pressed, the next. */
function ThemeChoice(): JSX.Element {
  const words = useStrings();
  const [theme, setTheme] = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  const name = `${words.theme}: ${words.themes[theme]}`;
  return (
    <button type="button" aria-label={name} title={name} onClick={() => setTheme(next)}>
      <Icon name={themeIcons[theme]} />
    </button>
  );
}
