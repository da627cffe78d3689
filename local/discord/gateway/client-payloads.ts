import { z } from "zod";

/** topics/opcodes-and-status-codes#gateway-gateway-opcodes */
export const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

const envelope = z.looseObject({ op: z.int(), d: z.unknown().optional() });

/** events/gateway-events#identify */
const identify = z.looseObject({
  token: z.string(),
  intents: z.int(),
  properties: z.record(z.string(), z.unknown()),
  shard: z.tuple([z.int(), z.int()]).optional(),
});

/** events/gateway-events#resume */
const resume = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.int() });

/** A payload from the app. */
export type ClientPayload =
  | { readonly kind: "heartbeat" }
  | { readonly kind: "identify"; readonly d: z.infer<typeof identify> }
  | { readonly kind: "resume"; readonly d: z.infer<typeof resume> }
  /** Accepted without effect: presence, voice, members. */
  | { readonly kind: "other" }
  | { readonly kind: "invalid"; readonly code: 4001 | 4002 };

/** Parses a payload from the app. Unparsable ones get close code 4002, unknown opcodes 4001. */
export function readPayload(text: string): ClientPayload {
  const { data } = envelope.safeParse(parse(text));
  if (!data) return { kind: "invalid", code: 4002 };
  switch (data.op) {
    case op.heartbeat:
      return { kind: "heartbeat" };
    case op.identify: {
      const parsed = identify.safeParse(data.d);
      return parsed.success ? { kind: "identify", d: parsed.data } : { kind: "invalid", code: 4002 };
    }
    case op.resume: {
      const parsed = resume.safeParse(data.d);
      return parsed.success ? { kind: "resume", d: parsed.data } : { kind: "invalid", code: 4002 };
    }
    case op.presence:
    case op.voiceState:
    case op.requestMembers:
      return { kind: "other" };
    default:
      return { kind: "invalid", code: 4001 };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
