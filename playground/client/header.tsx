import { people } from "../server/people.ts";
import { Icon, type IconName } from "./icons.tsx";
import { type Theme, themes, useTheme } from "./theme.ts";
import { isLanguage, type Language, languages, useWords } from "./words.ts";

export const views = ["slack", "discord", "both", "authors"] as const;
export type View = (typeof views)[number];

const languageNames: Readonly<Record<Language, string>> = { en: "English", vi: "Tiếng Việt" };

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly person: string;
  readonly onPerson: (person: string) => void;
  readonly language: Language;
  readonly onLanguage: (language: string) => void;
  readonly isBehindOpen: boolean;
  readonly onBehind: () => void;
}

/** What is looked at, as whom, and how. */
export function Header({
  view,
  onView,
  person,
  onPerson,
  language,
  onLanguage,
  isBehindOpen,
  onBehind,
}: Props) {
  const words = useWords();
  return (
    <header class="top">
      <div class="brand">
        <img src="/icon.svg" alt="" width={30} height={30} />
        <h1 title={words.subtitle}>{words.title}</h1>
      </div>
      <nav aria-label={words.views}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            class={one === "both" ? "wide-only" : undefined}
            aria-current={one === view ? "page" : undefined}
            onClick={() => onView(one)}
          >
            {words[one]}
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
        <button type="button" class="behind-toggle" aria-pressed={isBehindOpen} onClick={onBehind}>
          <Icon name="behind" /> <span>{words.behind}</span>
        </button>
      </div>
    </header>
  );
}

/** The next language, named in itself. */
function LanguageChoice({ language, onLanguage }: Pick<Props, "language" | "onLanguage">) {
  const words = useWords();
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
function ThemeChoice() {
  const words = useWords();
  const [theme, setTheme] = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  const name = `${words.theme}: ${words.themes[theme]}`;
  return (
    <button type="button" aria-label={name} title={name} onClick={() => setTheme(next)}>
      <Icon name={themeIcons[theme]} />
    </button>
  );
}
