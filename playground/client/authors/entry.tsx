import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EntrySummary, EntryText } from "../../server/core-view.ts";
import { read } from "../api-client.ts";
import { useStrings } from "../page-strings.ts";
import { AnswerView } from "./answer.tsx";

interface Props {
  readonly id: string;
  readonly version: number;
  readonly line: EntrySummary | undefined;
}

/** An entry in every language, side by side, with each message that it can produce. */
export function EntryView({ id, version, line }: Props): JSX.Element {
  const strings = useStrings();
  const [texts, setTexts] = useState<readonly EntryText[]>([]);
  useEffect(() => {
    void read<readonly EntryText[]>(`/api/entries/${encodeURIComponent(id)}`).then((found) =>
      setTexts(found ?? []),
    );
  }, [id, version]);
  return (
    <section class="entry" aria-labelledby="entry-id">
      <h2 id="entry-id">
        <code>{id}</code>
      </h2>
      {line && line.warnings.length === 0 && <p class="quiet">{strings.fine}</p>}
      {line && line.warnings.length > 0 && (
        <ul class="warnings">
          {line.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <div class="languages">
        {texts.map(({ locale, file, phrases, messages }) => (
          <div key={locale} lang={locale}>
            <p>
              <code class="path">{file}</code>
            </p>
            {messages.map((answer, at) => (
              <AnswerView key={at} answer={answer} />
            ))}
            <details>
              <summary>
                {phrases.length} {strings.phrases}
              </summary>
              <ul class="phrases">
                {phrases.map((phrase) => (
                  <li key={phrase}>{phrase}</li>
                ))}
              </ul>
            </details>
          </div>
        ))}
      </div>
    </section>
  );
}
