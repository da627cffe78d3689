import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import type { Workspace } from "../../../local/slack/workspace.ts";

const answerSchema = z.looseObject({
  ok: z.boolean(),
  error: z.string().optional(),
  errors: z.array(z.string()).optional(),
  response_metadata: z.looseObject({ messages: z.array(z.string()).optional() }).optional(),
});

/** Calls a method without any SDK; the token is the bot's unless another is given. */
export async function call(
  { apiUrl, botToken }: Workspace,
  method: string,
  args: object = {},
  { token = botToken, type = "application/json" }: { readonly token?: string; readonly type?: string } = {},
) {
  const response = await fetch(`${apiUrl}${method}`, {
    method: "POST",
    headers: { "content-type": type, ...(token !== "" && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(args),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: answerSchema.parse(await response.json()),
  };
}

export interface Envelope {
  readonly type: string;
  readonly envelope_id?: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly reason?: string;
  readonly num_connections?: number;
  readonly accepts_response_payload?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what Slack sends, as a test looks at it
  readonly payload?: any;
}

export interface RawApp {
  /** What came, in its order. */
  readonly received: readonly Envelope[];
  acknowledge(envelope: Envelope, payload?: object): void;
  isOpen(): boolean;
}

/** A Socket Mode connection that acknowledges only what it is told to; with `always` everything. */
export async function connectRaw(workspace: Workspace, always = false): Promise<RawApp> {
  const { body } = await call(workspace, "apps.connections.open", {}, { token: workspace.appToken });
  const socket = new WebSocket(String(body.url));
  const received: Envelope[] = [];
  const acknowledge = ({ envelope_id }: Envelope, payload?: object) =>
    socket.send(JSON.stringify({ envelope_id, ...(payload && { payload }) }));
  socket.on("message", (data) => {
    const envelope: Envelope = JSON.parse(String(data));
    received.push(envelope);
    if (always && envelope.envelope_id) acknowledge(envelope);
  });
  onTestFinished(() => socket.terminate());
  await workspace.until(() => received[0]);
  return { received, acknowledge, isOpen: () => socket.readyState === WebSocket.OPEN };
}

/** The envelopes of one type that came. */
export function ofType({ received }: RawApp, type: string): readonly Envelope[] {
  return received.filter((envelope) => envelope.type === type);
}

/** Waits for the n-th envelope of a type. */
export function awaitNth(workspace: Workspace, app: RawApp, type: string, n = 0): Promise<Envelope> {
  return workspace.until(() => ofType(app, type)[n]);
}
