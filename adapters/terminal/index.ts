import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Answer } from "../../src/answer/answer.ts";
import type { Locale } from "../../src/answer/locale.ts";
import type { Adapter, Effect, Handle, Input } from "../../src/platform.ts";
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
  let ended = Promise.resolve();

  const show = (answer: Answer) => {
    tokens = pressTokens(answer);
    const text = renderAnswer(answer, style);
    output.write(`${columns === undefined ? text : wrap(text, columns)}\n\n`);
  };

  const answer = async (handle: Handle, said: Input): Promise<void> => {
    const { reply, effects, settle } = await handle({
      id: `terminal/${randomUUID()}`,
      address,
      conversation,
      person: "terminal/you",
      addressed: true,
      place: "private",
      locale,
      input: said,
    });
    await settle(async () => {
      if (reply.kind === "answer") show(reply.answer);
      output.write(effects.map(renderEffect).join(""));
    });
  };

  const read = (line: string): Input => {
    const token = tokens[Number(line.trim()) - 1];
    return token === undefined
      ? { kind: "question", text: line, hasPicture: false }
      : { kind: "press", token };
  };

  const converse = async (handle: Handle): Promise<void> => {
    if (prompt) await answer(handle, { kind: "open" });
    output.write(prompt);
    for await (const line of typed) {
      await answer(handle, read(line));
      output.write(prompt);
    }
  };

  return {
    name: "terminal",
    ended: () => ended,
    start: async ({ handle }) => {
      ended = converse(handle);
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
