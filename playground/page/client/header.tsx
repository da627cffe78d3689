import { people } from "../people.ts";
import { Icon } from "./icons.tsx";
import { themes, useTheme } from "./theme.ts";
import { type Language, languages, useWords } from "./words.ts";

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
        <select
          aria-label={words.pageLanguage}
          title={words.pageLanguage}
          value={language}
          onChange={({ currentTarget }) => onLanguage(currentTarget.value)}
        >
          {Object.keys(languages).map((one) => (
            <option key={one} value={one}>
              {Object.entries(languageNames).find(([code]) => code === one)?.[1] ?? one}
            </option>
          ))}
        </select>
        <ThemeChoice />
        <button type="button" class="behind-toggle" aria-pressed={isBehindOpen} onClick={onBehind}>
          <Icon name="behind" /> <span>{words.behind}</span>
        </button>
      </div>
    </header>
  );
}

function ThemeChoice() {
  const words = useWords();
  const [theme, setTheme] = useTheme();
  return (
    <select
      aria-label={words.theme}
      title={words.theme}
      value={theme}
      onChange={({ currentTarget }) => setTheme(themes.find((one) => one === currentTarget.value) ?? "auto")}
    >
      {themes.map((one) => (
        <option key={one} value={one}>
          {words.themes[one]}
        </option>
      ))}
    </select>
  );
}
