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

/** What an app sends. */
export type Sent =
  | { readonly kind: "heartbeat" }
  | { readonly kind: "identify"; readonly d: z.infer<typeof identify> }
  | { readonly kind: "resume"; readonly d: z.infer<typeof resume> }
  /** Taken, and nothing comes of it here: presence, voice, members. */
  | { readonly kind: "other" }
  | { readonly kind: "wrong"; readonly code: 4001 | 4002 };

/** Reads what an app sent; what can't be read is closed with 4002, an unknown opcode with 4001. */
export function readPayload(text: string): Sent {
  const { data } = envelope.safeParse(parse(text));
  if (!data) return { kind: "wrong", code: 4002 };
  switch (data.op) {
    case op.heartbeat:
      return { kind: "heartbeat" };
    case op.identify: {
      const read = identify.safeParse(data.d);
      return read.success ? { kind: "identify", d: read.data } : { kind: "wrong", code: 4002 };
    }
    case op.resume: {
      const read = resume.safeParse(data.d);
      return read.success ? { kind: "resume", d: read.data } : { kind: "wrong", code: 4002 };
    }
    case op.presence:
    case op.voiceState:
    case op.requestMembers:
      return { kind: "other" };
    default:
      return { kind: "wrong", code: 4001 };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
