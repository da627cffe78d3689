import { withTimeout } from "../../lib/with-timeout.ts";
import type { RuntimeOptions, Unreacted } from "../runtime-options.ts";
import { waitingKey } from "../session/session-keys.ts";
import { inStoreTime } from "../store-call.ts";
import { type FoundWaiting, maxWaitMs, readWaiting, type Waiting, writeWaiting } from "./waiting-answer.ts";

/** Marks on posts whose answer got no reaction, as far as the platform has them. */
export interface IdleMarks {
  /** Marks a post. Where somebody reacts meanwhile, the mark is taken back at once. */
  set(found: FoundWaiting): Promise<void>;
  /** Takes the mark back that a reaction has left over; what fails is tried again later. Never rejects. */
  takeBack(conversation: string): Promise<void>;
}

/** How long a platform may take, in milliseconds. */
const markTimeoutMs = 10_000;

type Options = RuntimeOptions & { readonly unreacted: Unreacted };

export function createIdleMarks({ store, log, adapters = () => [], unreacted }: Options): IdleMarks {
  /** `failed`: a later attempt may succeed. */
  const change = async ({ address, locale }: Waiting, isIdle: boolean) => {
    const adapter = adapters().find(({ name }) => name === address.adapter);
    if (!adapter) return "failed";
    if (!adapter.markIdle) return "impossible";
    try {
      const isDone = await withTimeout(markTimeoutMs, adapter.markIdle(address, { isIdle, locale }));
      return isDone ? "done" : "impossible";
    } catch (error) {
      log.warn({ err: error, isIdle }, "idle mark: change failed, tried again later");
      return "failed";
    }
  };

  /** @returns whether nothing else was written meanwhile */
  const replace = ({ conversation, version }: FoundWaiting, waiting: Waiting | undefined) =>
    inStoreTime(
      store.write([{ ...writeWaiting({ conversation }, waiting, maxWaitMs(unreacted)), ifVersion: version }]),
    );

  const takeBack = async (conversation: string): Promise<void> => {
    const stored = await inStoreTime(store.get(waitingKey({ conversation })));
    const waiting = readWaiting(stored);
    if (!stored || waiting?.mark !== "over" || (await change(waiting, false)) === "failed") return;
    const { mark, ...rest } = waiting;
    await replace({ conversation, waiting, version: stored.version }, rest.answer && rest);
  };

  return {
    set: async (found) => {
      const { waiting } = found;
      const changed = await change(waiting, true);
      if (changed === "failed") return;
      if (changed === "impossible") {
        const mayStillAsk = unreacted.nudge !== undefined && waiting.isAsked === undefined;
        if (!mayStillAsk) await replace(found, undefined);
        return;
      }
      if (!(await replace(found, { ...waiting, mark: "set" }))) await change(waiting, false);
    },
    takeBack: (conversation) =>
      takeBack(conversation).catch((error: unknown) => {
        log.error({ err: error }, "idle mark: the store failed, tried again later");
      }),
  };
}
