import type { JSX } from "preact";
import type { TurnRecord } from "../../server/core-view.ts";
import type { ApiCall } from "../../server/local-platform.ts";
import { useStrings } from "../page-strings.ts";
import type { PageStrings } from "../strings-en.ts";
import { Candidates } from "./candidates.tsx";
import { ScopeView } from "./scope-view.tsx";
import { summaryOf } from "./summary.ts";

interface Props {
  readonly turn: TurnRecord;
  readonly name: string;
  readonly calls: readonly ApiCall[];
}

/** One turn: input, outcome, reply and its reason, candidates, whether it is ours, facts, time of each step, and API calls. */
export function TurnPanel({ turn, name, calls }: Props): JSX.Element {
  const strings = useStrings();
  const { input, reply, outcome, entry, candidates, scope, facts, platform } = turn;
  const why = reasonOf(turn, strings);
  return (
    <>
      <section>
        <p class="quiet">
          {name} · {platform} · {strings.done[input.kind]}
        </p>
        <blockquote class="said">{summaryOf(input)}</blockquote>
        <dl class="pairs">
          {outcome !== undefined && (
            <div>
              <dt>{strings.outcome}</dt>
              <dd>
                <span class={`outcome ${outcome}`}>{labelOf(strings.outcomes, outcome)}</span>
              </dd>
            </div>
          )}
          <div>
            <dt>{strings.reply}</dt>
            <dd>{reply ? <ReplyView reply={reply} /> : strings.waiting}</dd>
          </div>
          {why !== undefined && (
            <div>
              <dt>{strings.why}</dt>
              <dd>{why}</dd>
            </div>
          )}
          {entry && (
            <div>
              <dt>{strings.entry}</dt>
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
          <h3>{strings.candidates}</h3>
          <Candidates all={candidates} />
        </section>
      )}
      {scope && <ScopeView scope={scope} />}
      <section>
        <h3>{strings.facts}</h3>
        {facts.length === 0 ? (
          <p class="quiet">{strings.noFacts}</p>
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
        <h3>{strings.calls}</h3>
        {calls.length === 0 && <p class="quiet">{strings.noCalls}</p>}
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

/** Why the bot spoke or kept quiet. */
function reasonOf({ reply, why, facts }: TurnRecord, strings: PageStrings): string | undefined {
  if (reply?.kind !== "silence") return why && strings.speechReasons[why];
  const [quiet] = facts.flatMap((fact) => (fact.kind === "kept-quiet" ? [fact.because] : []));
  return quiet ? strings.quietReasons[quiet] : reply.because;
}

/** A fact without its kind. */
function detailsOf({ kind: _, ...details }: TurnRecord["facts"][number]): string {
  return Object.values(details).flat().join(" ");
}

function ReplyView({ reply }: { readonly reply: NonNullable<TurnRecord["reply"]> }): JSX.Element {
  const strings = useStrings();
  const kind = strings.replyKinds[reply.kind];
  switch (reply.kind) {
    case "answer":
      return (
        <>
          {kind}, {labelOf(strings.audiences, reply.audience)}
        </>
      );
    case "silence":
    case "form":
    case "invalid":
    case "remove":
      return <>{kind}</>;
  }
}

function Times({ took }: { readonly took: TurnRecord["steps"] }): JSX.Element {
  const strings = useStrings();
  const whole = took.reduce((sum, { ms }) => sum + ms, 0);
  return (
    <section>
      <h3>
        {strings.times} <span class="quiet">{whole.toFixed(1)} ms</span>
      </h3>
      <ul class="bars">
        {took.map(({ step, ms }) => (
          <li key={step}>
            <span>{strings.steps[step]}</span>
            <meter min={0} max={Math.max(whole, 1)} value={ms} aria-label={strings.steps[step]} />
            <span class="figure">{ms.toFixed(1)} ms</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function labelOf(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key;
}
