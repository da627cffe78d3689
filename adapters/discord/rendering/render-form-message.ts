import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain } from "../../../src/answer/text.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";

export type FormReply = Extract<Reply, { kind: "form" | "invalid" }>;

/**
 * A form as a message with a button that opens it, for where a modal can't be opened: in response to a submitted modal,
 * and to show errors (interactions/receiving-and-responding). The button's token is the form's.
 */
export function renderFormMessage(reply: FormReply, strings: SurfaceStrings): Answer {
  const { locale, title, fields, token } = reply.form;
  switch (reply.kind) {
    case "form":
      return {
        locale,
        title,
        blocks: [paragraph(plain(strings.formFollows))],
        buttons: [{ kind: "press", label: strings.formContinue, token, emphasis: "primary" }],
      };
    case "invalid": {
      const errors = Object.entries(reply.errors).map(([id, value]) => ({
        label: fields.find((field) => field.id === id)?.label ?? id,
        value,
      }));
      return {
        locale,
        title,
        blocks: [paragraph(plain(strings.formInvalid)), { kind: "fields", fields: errors }],
        buttons: [{ kind: "press", label: strings.formCorrect, token, emphasis: "primary" }],
      };
    }
  }
}
