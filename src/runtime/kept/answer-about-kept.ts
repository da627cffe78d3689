import type { State } from "../../conversation/state.ts";
import type { Converse, Turn, TurnResult } from "../../conversation/types.ts";
import { unansweredDays } from "../../insight/unanswered.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import type { RuntimeOptions } from "../runtime-options.ts";
import { describeKept } from "./describe-kept.ts";
import { findKept } from "./find-kept.ts";
import { forgetPerson } from "./forget-person.ts";

/** Maximum time to delete everything of a person, in milliseconds; then they are told that it failed. */
const forgetTimeoutMs = 10_000;

/** The turns that are about what is kept of the person. */
export interface KeptAnswers {
  /** Lets the conversation answer, and answer again with what is kept if it asks for that. */
  converse(state: State, turn: Turn, conversation: string): Promise<TurnResult>;
  /** Deletes what is kept if the result says so. If that fails, the reply says so, and the result forgets nothing. */
  forgetIfWished(result: TurnResult, turn: Pick<Turn, "id" | "person">): Promise<TurnResult>;
  /** Removes the traces of the event that deleted everything, once it is finished. Never rejects. */
  scrubAfter(event: string): Promise<void>;
}

type Options = Pick<RuntimeOptions, "responder" | "store" | "keepUnanswered" | "log" | "now">;

export function createKeptAnswers(options: Options): KeptAnswers {
  const { responder, store, keepUnanswered, log, now } = options;
  return {
    converse: async (state, turn, conversation) => {
      const converse: Converse = responder().converse;
      const result = converse(state, turn);
      if (!result.needsKept) return result;
      const kept = describeKept(await findKept(store, turn.person), {
        incoming: { id: turn.id, person: turn.person, conversation },
        now: now(),
        ...(keepUnanswered && { unansweredDays }),
      });
      return converse(state, { ...turn, kept });
    },
    forgetIfWished: async (result, { id, person }) => {
      if (!result.forgets) return result;
      try {
        await withTimeout(forgetTimeoutMs, forgetPerson(store, person, id));
        log.info({ event: id }, "kept: everything of a person was deleted, as they wished");
        return result;
      } catch (error) {
        log.error({ err: error, event: id }, "kept: deleting everything of a person failed");
        return { state: result.state, effects: [], facts: [], reply: result.forgets.replyIfItFails };
      }
    },
    scrubAfter: async (event) => {
      await store.scrub().catch((error: unknown) => {
        log.error({ err: error, event }, "kept: removing the traces of a deletion failed");
      });
    },
  };
}
