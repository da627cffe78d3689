import { setTimeout as wait } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { readApiFailure } from "../sending/api-failure.ts";

/** A message as conversations.history and conversations.replies tell it, with the fields of its thread. */
const messageSchema = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(""),
  thread_ts: z.string().optional(),
  reply_users: z.array(z.string()).default([]),
  latest_reply: z.string().optional(),
});
export type HistoryMessage = Readonly<z.infer<typeof messageSchema>>;
const pageSchema = z.object({ messages: z.array(messageSchema).default([]) });

/** What to read: a channel's or DM's messages, or those of a thread, since a time (a message's ts). */
interface HistoryRequest {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly oldest: string;
}

/**
 * Reads a page of history, oldest first.
 * @throws the SDK's error if Slack refuses; AbortError if the adapter stops
 */
export type CallHistory = (request: HistoryRequest) => Promise<readonly HistoryMessage[]>;

interface CallOptions {
  readonly client: webApi.WebClient;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

/** Messages per page. For apps that are limited to one call a minute, Slack gives 15. */
const pageSize = 200;
/** The first calls come at once, then one in this time: 50 calls a minute are allowed (apis/web-api/rate-limits). */
const promptCalls = 10;
const intervalMs = 1500;
const maxAttempts = 4;
const retryDelayMs = 1000;

export function createCallHistory({ client, signal }: CallOptions): CallHistory {
  let calls = 0;
  const pause = (milliseconds: number) => wait(milliseconds, undefined, { ref: false, signal });
  const call = async ({ channel, thread, oldest }: HistoryRequest) => {
    const request = { channel, oldest, limit: pageSize };
    const response =
      thread === undefined
        ? await client.conversations.history(request)
        : await client.conversations.replies({ ...request, ts: thread });
    const { messages } = pageSchema.parse(response);
    // A thread's first message comes with every page of it.
    return messages.filter(({ ts }) => ts > oldest).toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  };
  /** Waits where another attempt may succeed. */
  const mayPass = async (error: unknown, attempt: number): Promise<boolean> => {
    const failure = readApiFailure(error);
    if (attempt === maxAttempts) return false;
    if (failure.kind !== "rateLimited" && failure.kind !== "unknownOutcome") return false;
    await pause(failure.kind === "rateLimited" ? failure.retryAfterMs : retryDelayMs * attempt);
    return true;
  };
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      calls += 1;
      if (calls > promptCalls) await pause(intervalMs);
      try {
        return await call(request);
      } catch (error) {
        if (!(await mayPass(error, attempt))) throw error;
      }
    }
  };
}
