import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import type { Guild } from "../../../local/discord/guild.ts";

const payload = z.looseObject({
  op: z.number(),
  t: z.string().nullish(),
  s: z.number().nullish(),
  d: z.unknown().optional(),
});
type Payload = z.infer<typeof payload>;

/** A connection to the gateway without any library. */
export interface RawSession {
  readonly heard: readonly Payload[];
  send(op: number, d?: unknown): void;
  sendText(text: string): void;
  /** The code that the other side closed with, once it did. */
  readonly closed: Promise<number>;
  end(code?: number): void;
  /** The data of the events of a type. */
  events(type: string): readonly Readonly<Record<string, unknown>>[];
}

/** guilds, guild messages, direct messages */
export const usualIntents = (1 << 0) | (1 << 9) | (1 << 12);

export async function openSession(guild: Guild, query = "v=10&encoding=json"): Promise<RawSession> {
  const { port } = new URL(guild.restUrl);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/?${query}`);
  const heard: Payload[] = [];
  socket.on("message", (data) => heard.push(payload.parse(JSON.parse(String(data)))));
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return {
    heard,
    send: (op, d = null) => socket.send(JSON.stringify({ op, d })),
    sendText: (text) => socket.send(text),
    closed,
    end: (code) => (code === undefined ? socket.terminate() : socket.close(code)),
    events: (type) =>
      heard.flatMap(({ t, d }) => (t === type ? [z.record(z.string(), z.unknown()).parse(d)] : [])),
  };
}

export async function identify(
  guild: Guild,
  intents = usualIntents,
  shard?: readonly [id: number, count: number],
): Promise<RawSession> {
  const session = await openSession(guild);
  session.send(2, { token: guild.token, intents, properties: {}, ...(shard && { shard }) });
  await guild.until(() => session.heard.find(({ t }) => t === "READY"));
  return session;
}
