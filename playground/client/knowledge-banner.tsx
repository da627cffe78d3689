import type { JSX } from "preact";
import type { KnowledgeState } from "../server/core-view.ts";
import { useStrings } from "./page-strings.ts";

interface Props {
  readonly knowledge: KnowledgeState | undefined;
  readonly isConnected: boolean;
}

/** The state of the knowledge and of the connection, unless all is well. */
export function KnowledgeBanner({ knowledge, isConnected }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <div class="banner" role="status">
      {knowledge && !isConnected && <p class="bad">{strings.lost}</p>}
      {!knowledge && <p>{strings.connecting}</p>}
      {knowledge?.kind === "learning" && <p>{strings.learning(knowledge.seconds)}</p>}
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
