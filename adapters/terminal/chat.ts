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
  /** Says how to leave, and opens the front page. */
  open(core: Core): Promise<void>;
  /** Whether a line asks to leave, in the language of the chat or of the last answer. A form in progress is left as well. */
  isLeaving(core: Core, line: string): boolean;
  /** Enters a line: a message, the number of a button of the last answer, or a field of the open form. */
  enter(core: Core, line: string): Promise<void>;
  show(answer: Answer): void;
}

export function createChat({ write, style, locale }: ChatOptions): Chat {
  const conversation = `terminal/${randomUUID()}`;
  const dialog = createFormDialog(write, style);
  let tokens: readonly string[] = [];
  let lastLocale = locale;

  const show = (answer: Answer) => {
    lastLocale = answer.locale;
    tokens = pressTokens(answer);
    write(renderAnswer(answer, style));
  };
  const showReply = (reply: Reply, { surface }: Core) => {
    const hint = ({ locale: formLocale }: Form) => style.faint(surface(formLocale).formHint);
    const headingOf = (form: Form) => [
      style.strong(form.title),
      ...(form.note === undefined ? [] : [form.note]),
      hint(form),
    ];
    switch (reply.kind) {
      case "answer":
        return show(reply.answer);
      case "form":
        return dialog.open({ form: reply.form, heading: headingOf(reply.form) });
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
      if (effects.some((effect) => effect.kind === "mark" && effect.as === "solved")) write("(✔)");
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
  return {
    show,
    enter,
    open: (core) => {
      write(style.faint(core.surface(locale).leaveHint));
      return handle(core, { kind: "open" });
    },
    isLeaving: ({ surface }, line) =>
      [locale, lastLocale].some((spoken) => surface(spoken).leaveWords.includes(toWord(line))),
  };
}

/** As the words of a language are stored: composed, in lower case, and without the dot or mark that may end them. */
function toWord(line: string): string {
  return line
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s.!]+$/, "")
    .trim();
}

function readLine(line: string, tokens: readonly string[]): Input {
  const token = tokens[Number(line.trim()) - 1];
  return token === undefined ? { kind: "question", text: line, hasPicture: false } : { kind: "press", token };
}
