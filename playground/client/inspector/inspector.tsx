import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TurnRecord } from "../../server/core-view.ts";
import type { TurnDetail } from "../../server/describe-turn.ts";
import { read } from "../api-client.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { timeOf } from "../time.ts";
import { summaryOf } from "./summary.ts";
import { TurnPanel } from "./turn-panel.tsx";

interface Props {
  readonly turns: readonly TurnRecord[];
  /** The name of the person in a turn. */
  readonly nameOf: (turn: TurnRecord) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (turn: string) => void;
  readonly onClose: () => void;
}

/** What the bot did with an event: the chosen turn or the newest, and the list of the latest turns. */
export function Inspector({ turns, nameOf, chosen, onChoose, onClose }: Props): JSX.Element {
  const strings = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  const turn = turns.find(({ id }) => id === chosen) ?? turns[0];
  const detail = useDetail(turn);
  useEffect(() => heading.current?.focus(), [chosen]);
  return (
    <aside class="inspector" aria-labelledby="inspector-title">
      <header>
        <h2 id="inspector-title" ref={heading} tabIndex={-1}>
          {strings.inspector}
        </h2>
        <button type="button" class="icon-button" aria-label={strings.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="inspector-body">
        {!turn && <p class="quiet">{strings.inspectorEmpty}</p>}
        {turn && <TurnPanel turn={turn} name={nameOf(turn)} calls={detail?.calls ?? []} />}
        {turns.length > 0 && (
          <section>
            <h3>{strings.recent}</h3>
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
                    <span class="quiet">
                      {one.reply ? strings.replyKinds[one.reply.kind] : strings.waiting}
                    </span>
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

/** The API calls of a turn, fetched again when the turn has changed. */
function useDetail(turn: TurnRecord | undefined): TurnDetail | undefined {
  const [detail, setDetail] = useState<TurnDetail>();
  useEffect(() => {
    if (turn) void read<TurnDetail>(`/api/turns/${encodeURIComponent(turn.id)}`).then(setDetail);
  }, [turn?.id, turn?.endedAt]);
  return detail?.turn.id === turn?.id ? detail : undefined;
}
