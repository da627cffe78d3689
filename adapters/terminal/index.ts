import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Answer } from "../../src/answer/answer.ts";
import type { Form } from "../../src/answer/form.ts";
import type { Locale } from "../../src/answer/locale.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import type { Input } from "../../src/platform/incoming.ts";
import type { Effect } from "../../src/platform/outcome.ts";
import { beginForm, type Filling, renderField, typeInto } from "./fill-form.ts";
import { noStyle, pressTokens, renderAnswer, type Style } from "./render.ts";
import { wrap } from "./wrap.ts";

interface Options {
  readonly input: Readable;
  readonly output: Writable;
  readonly style?: Style;
  /** Lines are broken between words to fit; without it they are left as they are. */
  readonly columns?: number | undefined;
  /** Shown before each line that is typed; without one, the chat also opens without a word. */
  readonly prompt?: string;
  readonly locale: Locale;
}

/** Typed alone, it closes a form. */
const leave = ".";

/** The terminal as a platform. */
export interface Terminal extends Adapter {
  /** Resolves at the end of the input, when the last line is answered. */
  ended(): Promise<void>;
}

/** Each line is a message, or the number of a button of the last reply. */
export function createTerminal({
  input,
  output,
  style = noStyle,
  columns,
  prompt = "",
  locale,
}: Options): Terminal {
  const address = { adapter: "terminal", data: "" };
  const conversation = `terminal/${randomUUID()}`;
  const lines = createInterface({ input, terminal: false });
  const typed = lines[Symbol.asyncIterator]();
  let tokens: readonly string[] = [];
  let filling: Filling | undefined;
  let ended = Promise.resolve();

  const write = (text: string) => output.write(`${columns === undefined ? text : wrap(text, columns)}\n\n`);

  const show = (answer: Answer) => {
    tokens = pressTokens(answer);
    write(renderAnswer(answer, style));
  };

  const answer = async ({ handle, surface }: Core, said: Input): Promise<void> => {
    const openForm = (form: Form, head: readonly string[], only?: readonly string[]) => {
      filling = beginForm(form, only);
      write([...head, style.faint(surface(form.locale).formHint)].join("\n"));
      write(renderField(filling, style));
    };
    const { reply, effects, complete } = await handle({
      id: `terminal/${randomUUID()}`,
      address,
      conversation,
      person: "terminal/you",
      addressed: true,
      place: "private",
      locale,
      input: said,
    });
    await complete(async () => {
      if (reply.kind === "answer") show(reply.answer);
      if (reply.kind === "form") openForm(reply.form, [style.strong(reply.form.title)]);
      if (reply.kind === "invalid")
        openForm(reply.form, [...new Set(Object.values(reply.errors))], Object.keys(reply.errors));
      output.write(effects.map(renderEffect).join(""));
    });
  };

  const read = (line: string): Input => {
    const token = tokens[Number(line.trim()) - 1];
    return token === undefined
      ? { kind: "question", text: line, hasPicture: false }
      : { kind: "press", token };
  };

  /** A line of the form that is open; `leave` closes it, and nothing of it is sent. */
  const fillIn = async (core: Core, open: Filling, line: string): Promise<void> => {
    filling = undefined;
    if (line.trim() === leave) return void write(core.surface(open.form.locale).formLeft);
    const next = typeInto(open, line);
    if (next.left.length === 0)
      return answer(core, { kind: "submit", token: next.form.token, values: next.values });
    filling = next;
    write(renderField(next, style));
  };

  const converse = async (core: Core): Promise<void> => {
    if (prompt) await answer(core, { kind: "open" });
    output.write(prompt);
    for await (const line of typed) {
      await (filling ? fillIn(core, filling, line) : answer(core, read(line)));
      output.write(prompt);
    }
  };

  return {
    name: "terminal",
    ended: () => ended,
    start: async (core) => {
      ended = converse(core);
    },
    deliver: async (_, late) => {
      show(late);
      return undefined;
    },
    stop: async () => lines.close(),
  };
}

function renderEffect({ as }: Effect): string {
  return as === "solved" ? "(✔)\n\n" : "";
}
