import type { Form } from "../../answer/form.ts";
import { writeToken } from "../../answer/token.ts";
import type { ReplyContext } from "./context.ts";

/** The field that holds what is written to the team. */
export const replyField = "reply";
const replyLimit = 1500;

/** What the person wants to tell the team that cares for them. */
export function replyForm({ locale, strings }: ReplyContext, handover: string): Form {
  const { title, label, hint, submit } = strings.replyForm;
  return {
    locale,
    title,
    fields: [{ kind: "paragraph", id: replyField, label, hint, limit: replyLimit }],
    submit,
    token: writeToken({ action: "reply", handover, locale }),
  };
}
