import { op } from "./client-payloads.ts";
import type { GatewayEvent } from "./gateway-event.ts";
import { intents } from "./intents.ts";
import type { Shard } from "./shard.ts";

/** A connection as a session uses it. */
export interface SessionConnection {
  send(payload: object): void;
}

/** A session of the app, from Identify until it closes cleanly. It can outlive several connections. */
export interface GatewaySession {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  /** The sequence number of the last event. */
  lastSequence(): number;
  /** Sends an event if the intents cover it. Without a connection, it is buffered. */
  dispatch(event: GatewayEvent): void;
  /** Whether all events after this sequence number are still buffered. */
  canResume(after: number): boolean;
  /** Continues over this connection, with the events after this sequence number. */
  resume(connection: SessionConnection, after: number): void;
  /** Called when the connection is gone. */
  detach(connection: SessionConnection): void;
  isConnected(): boolean;
}

const maxBufferedEvents = 10_000;

interface DispatchPayload {
  readonly op: number;
  readonly t: string;
  readonly s: number;
  readonly d: object;
}

export function createSession(
  { id, intents: requested, shard }: Pick<GatewaySession, "id" | "intents" | "shard">,
  first: SessionConnection,
): GatewaySession {
  let current: SessionConnection | undefined = first;
  let sequence = 0;
  const buffer: DispatchPayload[] = [];

  const dispatch = ({ type, intent, data, dataWithoutContent = data }: GatewayEvent) => {
    if (intent !== undefined && (requested & intent) === 0) return;
    sequence += 1;
    const hasContent = (requested & intents.messageContent) !== 0;
    const payload = { op: op.dispatch, t: type, s: sequence, d: hasContent ? data : dataWithoutContent };
    buffer.push(payload);
    if (buffer.length > maxBufferedEvents) buffer.shift();
    current?.send(payload);
  };

  return {
    id,
    intents: requested,
    shard,
    lastSequence: () => sequence,
    dispatch,
    canResume: (after) => after >= sequence - buffer.length,
    resume: (connection, after) => {
      current = connection;
      for (const payload of buffer.filter(({ s }) => s > after)) connection.send(payload);
      dispatch({ type: "RESUMED", data: {} });
    },
    detach: (connection) => {
      if (current === connection) current = undefined;
    },
    isConnected: () => current !== undefined,
  };
}
