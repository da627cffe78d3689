import type { Handover } from "../../cases/handover.ts";
import { createReplyContext } from "../../conversation/replies/context.ts";
import { showHandover } from "../../conversation/replies/show-handover.ts";
import type { TurnResult } from "../../conversation/types.ts";
import type { KeyedQueue } from "../../lib/keyed-queue.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import { readHandover } from "../kept/find-kept.ts";
import type { RuntimeOptions } from "../runtime-options.ts";
import { handoverKey } from "../session/session-keys.ts";
import { inStoreTime } from "../store-call.ts";
import type { SendApart } from "./send-apart.ts";

/**
 * Does what a turn causes beside its reply: sends its note, and writes the team's message about a handover that changed
 * anew, so that it always shows who has it. Comes after the reply, since a platform marks the pressed button of that very
 * message as it was. Never rejects: what fails is logged.
 * @param event part of the note's idempotency key
 */
export type TellAside = (about: TurnAside, event: string) => Promise<void>;

interface TurnAside {
  readonly note: TurnResult["note"] | undefined;
  /** The handover of the turn before it and after it, if it changed. */
  readonly before: Handover | undefined;
  readonly after: Handover | undefined;
  /** Whether the team pressed a button: that may have been marked on the message as it was before another press. */
  readonly isTeamPress: boolean;
}

interface TellAsideOptions
  extends Pick<RuntimeOptions, "store" | "responder" | "log" | "defaultLocale" | "adapters" | "team"> {
  readonly sendApart: SendApart;
  readonly queue: KeyedQueue;
}

/** How long an edit may take, in milliseconds. */
const editTimeoutMs = 10_000;

export function createTellAside(options: TellAsideOptions): TellAside {
  const { store, responder, log, defaultLocale, adapters = () => [], team, sendApart, queue } = options;

  /** As the handover stands in the store: another change may have come meanwhile, and brings its own edit. */
  const editHeader = async (id: string): Promise<void> => {
    const stored = await inStoreTime(store.get(handoverKey(id)));
    const handover = stored && readHandover(stored.value);
    const message = handover?.thread?.message;
    const adapter = adapters().find(({ name }) => name === message?.adapter);
    if (!handover?.told || !message || !adapter?.edit) return;
    const context = createReplyContext(responder().knowledge, defaultLocale, true);
    const answer = showHandover(context, handover, team?.replies === "all");
    await withTimeout(editTimeoutMs, adapter.edit(message, answer));
  };

  return async ({ note, before, after = before, isTeamPress }, event) => {
    if (note) await sendApart(note.to, note.answer, { audience: "all", key: `${event}/note` });
    if (!before || !after || (!isTeamPress && isStanding(before, after))) return;
    await queue(`header/${after.id}`, () => editHeader(after.id)).catch((error: unknown) => {
      log.warn({ err: error, event }, "team: the message about the handover was not edited");
    });
  };
}

/** Whether who has it, and whether it is closed, is as it was. */
function isStanding(before: Handover, after: Handover): boolean {
  return before.isClosed === after.isClosed && before.taker?.at === after.taker?.at;
}
