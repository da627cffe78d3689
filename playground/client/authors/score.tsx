import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ScoredQuestion } from "../../server/core-view.ts";
import { read } from "../ask-server.ts";
import { useStrings } from "../page-strings.ts";

interface Props {
  /** Changes with the knowledge, so that the score is asked for again. */
  readonly version: number;
  readonly onChoose: (entry: string) => void;
}

/** How long typing has to rest before it is scored, in milliseconds. */
const rest = 120;

/** A box that scores a question against every entry. */
export function Score({ version, onChoose }: Props): JSX.Element {
  const words = useStrings();
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
    }, rest);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [question, version]);
  return (
    <section class="panel">
      <label class="score">
        <h2>{words.score}</h2>
        <input
          type="search"
          value={question}
          placeholder={words.scoreHint}
          onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
      </label>
      <div class="scored" aria-live="polite">
        {!scored && <p class="quiet">{words.scoreEmpty}</p>}
        {scored && (
          <>
            <p>
              <span class={`outcome ${scored.outcome}`}>{outcomeIn(words.outcomes, scored.outcome)}</span>{" "}
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
                  <meter min={0} max={1} value={confidence} aria-label={`${id}: ${words.confidence}`} />
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

function outcomeIn(outcomes: Readonly<Record<string, string>>, outcome: string): string {
  return outcomes[outcome] ?? outcome;
}
