import type { JSX } from "preact";
import type { KnowledgeState } from "../server/core-view.ts";
import { useStrings } from "./page-strings.ts";

interface Props {
  readonly knowledge: KnowledgeState | undefined;
  readonly isConnected: boolean;
}

/** How it stands with the knowledge, and with the playground itself. */
export function KnowledgeBanner({ knowledge, isConnected }: Props): JSX.Element {
  const words = useStrings();
  return (
    <div class="banner" role="status">
      {knowledge && !isConnected && <p class="bad">{words.lost}</p>}
      {!knowledge && <p>{words.connecting}</p>}
      {knowledge?.kind === "learning" && <p>{words.learning}</p>}
      {knowledge?.kind === "reading" && <p>{words.reading}</p>}
      {knowledge?.kind === "faulty" && (
        <div class="bad">
          <p>{words.faulty}</p>
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
