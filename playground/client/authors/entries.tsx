import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EntryList, EntrySummary } from "../../server/core-view.ts";
import { useStrings } from "../page-strings.ts";

interface Props {
  /** Undefined until the knowledge is learned and the list has arrived. */
  readonly list: EntryList | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const none: EntryList = { entries: [], warnings: [] };

/** The list of entries with their titles and warnings, and a filter. */
export function Entries({ list, chosen, onChoose }: Props): JSX.Element {
  const strings = useStrings();
  const { entries, warnings } = list ?? none;
  const [query, setSought] = useState("");
  const [hasWarningsOnly, setNeedsLook] = useState(false);
  const languages = [...new Set(entries.flatMap(({ titles }) => Object.keys(titles)))].sort();
  const shown = entries.filter(
    (entry) => (!hasWarningsOnly || entry.warnings.length > 0) && textOf(entry).includes(query.toLowerCase()),
  );
  return (
    <section class="panel">
      <h2>
        {strings.entries} {list && <span class="quiet">{strings.showing(shown.length, entries.length)}</span>}
      </h2>
      <div class="filters">
        <input
          type="search"
          aria-label={strings.filter}
          placeholder={strings.filter}
          value={query}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <label>
          <input type="checkbox" checked={hasWarningsOnly} onChange={() => setNeedsLook(!hasWarningsOnly)} />{" "}
          {strings.warningsOnly}
        </label>
      </div>
      {warnings.length > 0 && (
        <ul class="warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {!list && <p class="quiet">{strings.entriesLoading}</p>}
      {list && shown.length === 0 && <p class="quiet">{strings.nothingFound}</p>}
      <ul class="entries" aria-busy={!list}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              aria-current={entry.id === chosen ? "true" : undefined}
              onClick={() => onChoose(entry.id)}
            >
              <span class="id">
                <code>{entry.id}</code>{" "}
                <span class={`kind ${entry.kind}`}>{labelOf(strings.kinds, entry.kind)}</span>
                {entry.warnings.length > 0 && <span class="warned">{entry.warnings.length}</span>}
              </span>
              {languages.map((language) => (
                <span key={language} class={entry.titles[language] ? "" : "bad"}>
                  {entry.titles[language] ?? `${language}: ${strings.missing}`}
                </span>
              ))}
              <span class="quiet">
                {entry.verified ? `${strings.verified} ${entry.verified}` : strings.never} ·{" "}
                {languages.map((language) => `${entry.phrases[language] ?? 0} ${language}`).join(", ")}{" "}
                {strings.phrases}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function textOf({ id, kind, titles }: EntrySummary): string {
  return `${id} ${kind} ${Object.values(titles).join(" ")}`.toLowerCase();
}

function labelOf(kinds: Readonly<Record<string, string>>, kind: string): string {
  return kinds[kind] ?? kind;
}
