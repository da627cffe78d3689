import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain } from "../../../src/answer/text.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";

type AboutForm = Extract<Reply, { kind: "form" | "invalid" }>;

/**
 * A form as a message with a button that opens it, where Discord takes none: a modal can't answer a modal, and what is
 * wrong with it can't be shown in it (interactions/receiving-and-responding). The form's token is the button's.
 */
export function renderFormAsMessage(reply: AboutForm, words: SurfaceStrings): Answer {
  const { locale, title, fields, token } = reply.form;
  switch (reply.kind) {
    case "form":
      return {
        locale,
        title,
        blocks: [paragraph(plain(words.formFollows))],
        buttons: [{ kind: "press", label: words.formContinue, token }],
      };
    case "invalid": {
      const wrong = Object.entries(reply.errors).map(([id, value]) => ({
        label: fields.find((field) => field.id === id)?.label ?? id,
        value,
      }));
      return {
        locale,
        title,
        blocks: [paragraph(plain(words.formInvalid)), { kind: "fields", fields: wrong }],
        buttons: [{ kind: "press", label: words.formCorrect, token }],
      };
    }
  }
}
