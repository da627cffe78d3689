import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TurnRecord } from "../../server/core-view.ts";
import type { TurnDetail } from "../../server/describe-turn.ts";
import { read } from "../ask-server.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { timeOf } from "../time.ts";
import { summaryOf } from "./summary.ts";
import { TurnShown } from "./turn-panel.tsx";

interface Props {
  readonly turns: readonly TurnRecord[];
  readonly nameOf: (person: string) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (turn: string) => void;
  readonly onClose: () => void;
}

/** What the bot made of what was said: the turn chosen, or else the last, and a list of those before. */
export function Inspector({ turns, nameOf, chosen, onChoose, onClose }: Props): JSX.Element {
  const words = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  const turn = turns.find(({ id }) => id === chosen) ?? turns[0];
  const detail = useDetail(turn);
  useEffect(() => heading.current?.focus(), [chosen]);
  return (
    <aside class="inspector" aria-labelledby="inspector-title">
      <header>
        <h2 id="inspector-title" ref={heading} tabIndex={-1}>
          {words.inspector}
        </h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="inspector-body">
        {!turn && <p class="quiet">{words.inspectorEmpty}</p>}
        {turn && <TurnShown turn={turn} name={nameOf(turn.person)} calls={detail?.calls ?? []} />}
        {turns.length > 0 && (
          <section>
            <h3>{words.recent}</h3>
            <ol class="turns">
              {turns.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    aria-current={one.id === turn?.id ? "true" : undefined}
                    onClick={() => onChoose(one.id)}
                  >
                    <time>{timeOf(one.at)}</time>
                    <span>{summaryOf(one.input)}</span>
                    <span class="quiet">{one.reply ? words.replyKinds[one.reply.kind] : words.waiting}</span>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </aside>
  );
}

/** The turn with what was sent, read again when it has changed. */
function useDetail(turn: TurnRecord | undefined): TurnDetail | undefined {
  const [detail, setDetail] = useState<TurnDetail>();
  useEffect(() => {
    if (turn) void read<TurnDetail>(`/api/turns/${encodeURIComponent(turn.id)}`).then(setDetail);
  }, [turn?.id, turn?.endedAt]);
  return detail?.turn.id === turn?.id ? detail : undefined;
}
