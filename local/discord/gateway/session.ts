import type { GatewayEvent } from "./events.ts";
import { intents } from "./intents.ts";
import { op } from "./client-payloads.ts";

/** A connection as a session sees it. */
export interface Line {
  send(payload: object): void;
}

/** What an app hears, from its identification until it says goodbye, over as many connections as it takes. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** The number of the last event. */
  lastSequence(): number;
  /** Sends an event if the intents cover it; without a connection it is kept for the next. */
  dispatch(event: GatewayEvent): void;
  /** Whether all that came after an event is still kept. */
  canResume(after: number): boolean;
  /** Goes on over this connection, with what came after an event. */
  resume(line: Line, after: number): void;
  /** The connection is gone. */
  detach(line: Line): void;
  isConnected(): boolean;
}

/** Events that a session keeps for an app that comes back. */
const eventsKept = 10_000;

interface Numbered {
  readonly op: number;
  readonly t: string;
  readonly s: number;
  readonly d: object;
}

export function createSession(
  { id, intents: wanted }: Pick<Session, "id" | "intents">,
  first: Line,
): Session {
  let line: Line | undefined = first;
  let count = 0;
  const kept: Numbered[] = [];

  const dispatch = ({ type, intent, data, bare = data }: GatewayEvent) => {
    if (intent !== undefined && (wanted & intent) === 0) return;
    count += 1;
    const isReader = (wanted & intents.messageContent) !== 0;
    const event = { op: op.dispatch, t: type, s: count, d: isReader ? data : bare };
    kept.push(event);
    if (kept.length > eventsKept) kept.shift();
    line?.send(event);
  };

  return {
    id,
    intents: wanted,
    lastSequence: () => count,
    dispatch,
    canResume: (after) => after >= count - kept.length,
    resume: (next, after) => {
      line = next;
      for (const event of kept.filter(({ s }) => s > after)) next.send(event);
      dispatch({ type: "RESUMED", data: {} });
    },
    detach: (gone) => {
      if (line === gone) line = undefined;
    },
    isConnected: () => line !== undefined,
  };
}
