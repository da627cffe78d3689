import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KnowledgeState } from "../server/core-view.ts";
import { useStrings } from "./page-strings.ts";

interface Props {
  readonly knowledge: KnowledgeState | undefined;
  /** How many messages and presses are kept until the bot is ready. */
  readonly waiting: number;
  readonly isConnected: boolean;
}

/** The state of the knowledge and of the connection, unless all is well. */
export function KnowledgeBanner({ knowledge, waiting, isConnected }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <div class="banner" role="status">
      {knowledge && !isConnected && <p class="bad">{strings.lost}</p>}
      {!knowledge && <p>{strings.connecting}</p>}
      {knowledge?.kind === "learning" && <Learning {...knowledge} waiting={waiting} />}
      {knowledge?.kind === "reading" && <p>{strings.reading}</p>}
      {knowledge?.kind === "faulty" && (
        <div class="bad">
          <p>{strings.faulty}</p>
          <ul>
            {knowledge.faults.map((fault) => (
              <li key={fault}>
                <code>{fault}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

type LearningProps = Extract<KnowledgeState, { readonly kind: "learning" }> & Pick<Props, "waiting">;

/** How far it is, by the time that it is expected to take. The last part is unknown, so that it never looks done. */
function Learning({ seconds, since, waiting }: LearningProps): JSX.Element {
  const strings = useStrings();
  const elapsed = useElapsedSeconds(since);
  const left = seconds === undefined ? undefined : Math.ceil(seconds - elapsed);
  const part = seconds === undefined ? undefined : Math.min(maxPart, elapsed / seconds);
  return (
    <div class="learning">
      <p>
        {seconds === undefined ? strings.starting : strings.learning}{" "}
        {waiting > 0 ? strings.waitingActs(waiting) : strings.askAlready}
      </p>
      <progress aria-label={strings.startProgress} max={1} {...(part !== undefined && { value: part })} />
      {/* Not read out each second. */}
      {left !== undefined && (
        <span class="quiet" aria-hidden="true">
          {left > 0 ? strings.secondsLeft(left) : strings.nearlyReady}
        </span>
      )}
    </div>
  );
}

const maxPart = 0.97;

function useElapsedSeconds(since: number | undefined): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return since === undefined ? 0 : Math.max(0, (now - since) / 1000);
}
