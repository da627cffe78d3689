import { nudgeMoment } from "../../conversation/nudge/nudge-times.ts";
import type { KeyedQueue } from "../../lib/keyed-queue.ts";
import type { RuntimeOptions, Unreacted } from "../runtime-options.ts";
import { conversationWaiting, waitingKey } from "../session/session-keys.ts";
import { createAskWhetherHelped, type SendStored } from "./ask-whether-helped.ts";
import { createIdleMarks } from "./idle-marks.ts";
import { type FoundWaiting, readWaiting, type Waiting } from "./waiting-answer.ts";

/** What is done by the clock about answers that got no reaction. */
export interface WaitingAnswers {
  /**
   * Asks whether the answers helped for which it is time, and marks posts as idle. A call while another one runs waits for
   * that. Never rejects.
   */
  lookAfter(): Promise<void>;
}

interface Options extends RuntimeOptions {
  readonly unreacted: Unreacted;
  readonly queue: KeyedQueue;
  readonly sendStored: SendStored;
}

export function createWaitingAnswers(options: Options): WaitingAnswers {
  const { store, log, now, queue, unreacted, adapters = () => [] } = options;
  const ask = createAskWhetherHelped(options);
  const marks = createIdleMarks(options);

  const lookAfterOne = async (found: FoundWaiting): Promise<void> => {
    if (!adapters().some(({ name }) => name === found.waiting.address.adapter)) return undefined;
    switch (dueAction(found.waiting, now(), unreacted)) {
      case "ask":
        return ask(found);
      case "mark":
        return queue(`person/${found.waiting.person}`, () => marks.set(found));
      case "take-back":
        return marks.takeBack(found.conversation);
      case undefined:
        return undefined;
    }
  };

  /** Reads what waits and nothing else of the store; one after the other, so that nobody's limits are strained. */
  const lookAfterAll = async (): Promise<void> => {
    for (const { key, ...stored } of await store.find({ startsWith: waitingKey({ conversation: "" }) })) {
      const waiting = readWaiting(stored);
      const found = waiting && { conversation: conversationWaiting(key), waiting, version: stored.version };
      await (found && lookAfterOne(found))?.catch((error: unknown) => {
        log.error({ err: error }, "nudge: one answer was left out");
      });
    }
  };

  let running: Promise<void> | undefined;
  return {
    lookAfter: () => {
      running ??= lookAfterAll()
        .catch((error: unknown) => log.error({ err: error }, "nudge: reading what waits failed"))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

const hourMs = 3_600_000;

/** What is to be done now; one thing at a time. */
function dueAction(
  { answer, isAsked, mark, place }: Waiting,
  now: number,
  { nudge, idleAfterHours }: Unreacted,
): "ask" | "mark" | "take-back" | undefined {
  if (answer && nudge && !isAsked && nudgeMoment(answer.at, now, nudge) === "now") return "ask";
  if (mark === "over") return "take-back";
  if (!answer || mark || idleAfterHours === undefined || place !== "channel") return undefined;
  return now - answer.at >= idleAfterHours * hourMs ? "mark" : undefined;
}
