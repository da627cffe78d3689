import type { JSX } from "preact";
import type { TurnRecord } from "../../server/core-view.ts";
import type { ApiCall } from "../../server/local-platform.ts";
import { useStrings } from "../page-strings.ts";
import { Candidates } from "./candidates.tsx";
import { summaryOf } from "./summary.ts";

interface Props {
  readonly turn: TurnRecord;
  readonly name: string;
  readonly calls: readonly ApiCall[];
}

/** One turn: what was done, what it was taken for, what came of it, and how long it took. */
export function TurnShown({ turn, name, calls }: Props): JSX.Element {
  const words = useStrings();
  const { input, reply, outcome, entry, candidates, facts, platform } = turn;
  return (
    <>
      <section>
        <p class="quiet">
          {name} · {platform} · {words.done[input.kind]}
        </p>
        <blockquote class="said">{summaryOf(input)}</blockquote>
        <dl class="pairs">
          {outcome !== undefined && (
            <div>
              <dt>{words.outcome}</dt>
              <dd>
                <span class={`outcome ${outcome}`}>{wordOf(words.outcomes, outcome)}</span>
              </dd>
            </div>
          )}
          <div>
            <dt>{words.reply}</dt>
            <dd>{reply ? <ReplyShown reply={reply} /> : words.waiting}</dd>
          </div>
          {entry && (
            <div>
              <dt>{words.entry}</dt>
              <dd>
                {entry.title}
                <code class="path">{entry.file}</code>
              </dd>
            </div>
          )}
        </dl>
      </section>
      {candidates.length > 0 && (
        <section>
          <h3>{words.candidates}</h3>
          <Candidates all={candidates} />
        </section>
      )}
      <section>
        <h3>{words.facts}</h3>
        {facts.length === 0 ? (
          <p class="quiet">{words.noFacts}</p>
        ) : (
          <ul class="facts">
            {facts.map((fact, at) => (
              <li key={at}>
                <strong>{fact.kind}</strong> <code>{detailsOf(fact)}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Times took={turn.steps} />
      <section>
        <h3>{words.calls}</h3>
        {calls.length === 0 && <p class="quiet">{words.noCalls}</p>}
        {calls.map((call, at) => (
          <details key={at} open={calls.length === 1}>
            <summary>
              <code>{call.name}</code> <span class="quiet">{call.status}</span>
            </summary>
            <pre tabIndex={0}>{JSON.stringify(call.body, undefined, 2)}</pre>
            <pre tabIndex={0} class="answered">
              {JSON.stringify(call.answer, undefined, 2)}
            </pre>
          </details>
        ))}
      </section>
    </>
  );
}

/** A fact without its kind. */
function detailsOf({ kind: _, ...details }: TurnRecord["facts"][number]): string {
  return Object.values(details).flat().join(" ");
}

function ReplyShown({ reply }: { readonly reply: NonNullable<TurnRecord["reply"]> }): JSX.Element {
  const words = useStrings();
  const kind = words.replyKinds[reply.kind];
  switch (reply.kind) {
    case "answer":
      return (
        <>
          {kind}, {wordOf(words.audiences, reply.audience)}
        </>
      );
    case "silence":
      return (
        <>
          {kind} ({reply.because})
        </>
      );
    case "form":
    case "invalid":
    case "remove":
      return <>{kind}</>;
  }
}

function Times({ took }: { readonly took: TurnRecord["steps"] }): JSX.Element {
  const words = useStrings();
  const whole = took.reduce((sum, { ms }) => sum + ms, 0);
  return (
    <section>
      <h3>
        {words.times} <span class="quiet">{whole.toFixed(1)} ms</span>
      </h3>
      <ul class="bars">
        {took.map(({ step, ms }) => (
          <li key={step}>
            <span>{words.steps[step]}</span>
            <meter min={0} max={Math.max(whole, 1)} value={ms} aria-label={words.steps[step]} />
            <span class="figure">{ms.toFixed(1)} ms</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}
