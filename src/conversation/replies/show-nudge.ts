import type { Answer } from "../../answer/answer.ts";
import { fill } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { button, type ReplyContext } from "./context.ts";
import { say } from "./short-answers.ts";

/** Asks whether an answer of some hours ago helped. Two buttons and no more: it was not asked for. */
export function showNudge(context: ReplyContext, entry: Entry): Answer {
  const { nudge, buttons } = context.strings;
  const topic = textOf(entry, context.locale).short;
  return say(context, fill(nudge, { topic }), [
    button(context, buttons.solved, "solved", entry),
    button(context, buttons.stuck, "stuck", entry),
  ]);
}
