import type { Form } from "../../answer/form.ts";
import { writeToken } from "../../answer/token.ts";
import type { ReplyContext } from "./context.ts";

/** The field of the form that holds the question. */
export const questionField = "question";

/** Characters of a question that are worth typing into a form. */
const questionLimit = 1000;

/** A form to ask in one's own words, for places where words can't simply be typed. */
export function askForm({ locale, strings }: ReplyContext): Form {
  const { title, label, hint, submit } = strings.askForm;
  return {
    locale,
    title,
    fields: [{ kind: "paragraph", id: questionField, label, hint, limit: questionLimit }],
    submit,
    token: writeToken({ action: "ask", locale }),
  };
}
