import type { Form } from "../../answer/form.ts";
import { writeToken } from "../../answer/token.ts";
import type { ReplyContext } from "./context.ts";

/** The id of the field for the message to the team. */
export const replyField = "reply";
const maxReplyCharacters = 1500;

/** The form for a message to the team. */
export function replyForm({ locale, strings }: ReplyContext, handover: string): Form {
  const { title, label, hint, submit } = strings.replyForm;
  return {
    locale,
    title,
    note: strings.formNotes.reply,
    fields: [{ kind: "paragraph", id: replyField, label, hint, limit: maxReplyCharacters }],
    submit,
    token: writeToken({ action: "reply", handover, locale }),
  };
}
