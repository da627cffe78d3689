import { randomUUID } from "node:crypto";
import type { Answer } from "../../src/answer/answer.ts";
import type { Form } from "../../src/answer/form.ts";
import type { Locale } from "../../src/answer/locale.ts";
import type { Core } from "../../src/platform/adapter.ts";
import type { Input } from "../../src/platform/incoming.ts";
import type { Effect, Reply } from "../../src/platform/outcome.ts";
import { enterLine, type FormProgress, renderField, startForm } from "./form-progress.ts";
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

/** Entered alone, it closes a form. */
const cancelLine = ".";

export function createChat({ write, style, locale }: ChatOptions): Chat {
  const conversation = `terminal/${randomUUID()}`;
  let tokens: readonly string[] = [];
  let openForm: FormProgress | undefined;

  const show = (answer: Answer) => {
    tokens = pressTokens(answer);
    write(renderAnswer(answer, style));
  };

  const askForm = (progress: FormProgress, heading: readonly string[]) => {
    openForm = progress;
    write(heading.join("\n"));
    write(renderField(progress, style));
  };

  const showReply = (reply: Reply, formHint: (form: Form) => string) => {
    switch (reply.kind) {
      case "answer":
        return show(reply.answer);
      case "form":
        return askForm(startForm(reply.form), [style.strong(reply.form.title), formHint(reply.form)]);
      case "invalid": {
        const { form, errors } = reply;
        const messages = [...new Set(Object.values(errors))];
        return askForm(startForm(form, Object.keys(errors)), [...messages, formHint(form)]);
      }
      case "remove":
      case "silence":
        return;
    }
  };

  const handle = async ({ handle: handleEvent, surface }: Core, input: Input): Promise<void> => {
    const { reply, effects, complete } = await handleEvent({
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
      showReply(reply, (form) => style.faint(surface(form.locale).formHint));
      for (const effect of effects) showEffect(effect, write);
    });
  };

  const enterField = async (core: Core, progress: FormProgress, line: string): Promise<void> => {
    openForm = undefined;
    if (line.trim() === cancelLine) return write(core.surface(progress.form.locale).formLeft);
    const next = enterLine(progress, line);
    if (next.remaining.length === 0)
      return handle(core, { kind: "submit", token: next.form.token, values: next.values });
    openForm = next;
    write(renderField(next, style));
  };

  const readLine = (line: string): Input => {
    const token = tokens[Number(line.trim()) - 1];
    return token === undefined
      ? { kind: "question", text: line, hasPicture: false }
      : { kind: "press", token };
  };

  return {
    show,
    open: (core) => handle(core, { kind: "open" }),
    enter: (core, line) => (openForm ? enterField(core, openForm, line) : handle(core, readLine(line))),
  };
}

function showEffect({ as }: Effect, write: (text: string) => void): void {
  if (as === "solved") write("(✔)");
}
