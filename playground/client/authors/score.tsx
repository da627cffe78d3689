import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ScoredQuestion } from "../../server/core-view.ts";
import { read } from "../api-client.ts";
import { useStrings } from "../page-strings.ts";

interface Props {
  /** Changes with the knowledge; the question is then scored again. */
  readonly version: number;
  readonly onChoose: (entry: string) => void;
}

const debounceMs = 120;

/** A search box that scores a question against every entry. */
export function Score({ version, onChoose }: Props): JSX.Element {
  const strings = useStrings();
  const [question, setQuestion] = useState("");
  const [scored, setScored] = useState<ScoredQuestion>();
  useEffect(() => {
    if (question.trim() === "") {
      setScored(undefined);
      return undefined;
    }
    let isLate = false;
    const timer = setTimeout(async () => {
      const found = await read<ScoredQuestion>(`/api/score?question=${encodeURIComponent(question)}`);
      if (!isLate) setScored(found);
    }, debounceMs);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [question, version]);
  return (
    <section class="panel">
      <label class="score">
        <h2>{strings.score}</h2>
        <input
          type="search"
          value={question}
          placeholder={strings.scoreHint}
          onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
      </label>
      <div class="scored" aria-live="polite">
        {!scored && <p class="quiet">{strings.scoreEmpty}</p>}
        {scored && (
          <>
            <p>
              <span class={`outcome ${scored.outcome}`}>{labelOf(strings.outcomes, scored.outcome)}</span>{" "}
              <span class="quiet">
                {scored.locale ?? ""} {scored.ms.toFixed(1)} ms
              </span>
            </p>
            <ol class="bars candidates">
              {scored.candidates.map(({ id, title, confidence }) => (
                <li key={id}>
                  <button type="button" onClick={() => onChoose(id)}>
                    {title} <code>{id}</code>
                  </button>
                  <meter min={0} max={1} value={confidence} aria-label={`${id}: ${strings.confidence}`} />
                  <span class="figure">{(100 * confidence).toFixed(1)} %</span>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}

function labelOf(outcomes: Readonly<Record<string, string>>, outcome: string): string {
  return outcomes[outcome] ?? outcome;
}
