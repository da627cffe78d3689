import type { Form } from "../../answer/form.ts";
import { writeToken } from "../../answer/token.ts";
import type { ReplyContext } from "./context.ts";

/** The id of the field for the question. */
export const questionField = "question";

/** Maximum characters of a question in a form. */
const maxQuestionCharacters = 1000;

/** A form for a question, for places where the bot can't read messages. */
export function askForm({ locale, strings }: ReplyContext): Form {
  const { title, label, hint, submit } = strings.askForm;
  return {
    locale,
    title,
    note: strings.formNotes.ask,
    fields: [{ kind: "paragraph", id: questionField, label, hint, limit: maxQuestionCharacters }],
    submit,
    token: writeToken({ action: "ask", locale }),
  };
}
