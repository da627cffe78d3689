import { randomUUID } from "node:crypto";
import type { Answer } from "../../src/answer/answer.ts";
import type { Form } from "../../src/answer/form.ts";
import type { Locale } from "../../src/answer/locale.ts";
import type { Core } from "../../src/platform/adapter.ts";
import type { Input } from "../../src/platform/incoming.ts";
import type { Reply } from "../../src/platform/outcome.ts";
import { createFormDialog } from "./form-dialog.ts";
import { pressTokens, renderAnswer, type Style } from "./render.ts";

interface ChatOptions {
  /** Shows a paragraph. */
  readonly write: (text: string) => void;
  readonly style: Style;
  readonly locale: Locale;
}

/** One person's conversation. */
export interface Chat {
  /** Opens the front page. */
  open(core: Core): Promise<void>;
  /** Enters a line: a message, the number of a button of the last answer, or a field of the open form. */
  enter(core: Core, line: string): Promise<void>;
  show(answer: Answer): void;
}

export function createChat({ write, style, locale }: ChatOptions): Chat {
  const conversation = `terminal/${randomUUID()}`;
  const dialog = createFormDialog(write, style);
  let tokens: readonly string[] = [];

  const show = (answer: Answer) => {
    tokens = pressTokens(answer);
    write(renderAnswer(answer, style));
  };
  const showReply = (reply: Reply, { surface }: Core) => {
    const hint = ({ locale: formLocale }: Form) => style.faint(surface(formLocale).formHint);
    switch (reply.kind) {
      case "answer":
        return show(reply.answer);
      case "form":
        return dialog.open({ form: reply.form, heading: [style.strong(reply.form.title), hint(reply.form)] });
      case "invalid": {
        const { form, errors } = reply;
        const messages = new Set(Object.values(errors));
        return dialog.open({ form, heading: [...messages, hint(form)], fieldIds: Object.keys(errors) });
      }
      case "remove":
      case "silence":
        return;
    }
  };
  const handle = async (core: Core, input: Input): Promise<void> => {
    const { reply, effects, complete } = await core.handle({
      id: `terminal/${randomUUID()}`,
      address: { adapter: "terminal", data: "" },
      conversation,
      person: "terminal/you",
      addressed: true,
      place: "private",
      locale,
      input,
    });
    await complete(async () => {
      showReply(reply, core);
      if (effects.some(({ as }) => as === "solved")) write("(✔)");
    });
  };
  const enter = async (core: Core, line: string): Promise<void> => {
    const entered = dialog.enter(line);
    switch (entered.kind) {
      case "noForm":
        return handle(core, readLine(line, tokens));
      case "entered":
        return;
      case "cancelled":
        return write(core.surface(entered.form.locale).formLeft);
      case "completed":
        return handle(core, { kind: "submit", token: entered.form.token, values: entered.values });
    }
  };
  return { show, enter, open: (core) => handle(core, { kind: "open" }) };
}

function readLine(line: string, tokens: readonly string[]): Input {
  const token = tokens[Number(line.trim()) - 1];
  return token === undefined ? { kind: "question", text: line, hasPicture: false } : { kind: "press", token };
}
