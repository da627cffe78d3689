import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Locale } from "../../src/answer/locale.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import { createChat } from "./chat.ts";
import { noStyle, type Style } from "./render.ts";
import { wrap } from "./wrap.ts";

interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly style?: Style;
  /** The width to wrap lines to. If absent, lines are not wrapped. */
  readonly columns?: number | undefined;
  /** Shown before each line that is entered. With a prompt, the chat says how to leave and opens with the front page. */
  readonly prompt?: string;
  readonly locale: Locale;
}

/** The terminal as a platform. */
export interface Terminal extends Adapter {
  /** Resolves when the last line is answered: at the end of the input (Ctrl+D), or after a word such as "exit". */
  ended(): Promise<void>;
}

/** A chat that reads lines from a stream and writes answers to another. */
export function createTerminal({
  input,
  output,
  style = noStyle,
  columns,
  prompt = "",
  locale,
}: TerminalOptions): Terminal {
  const lineReader = createInterface({ input, terminal: false });
  const lines = lineReader[Symbol.asyncIterator]();
  const write = (text: string) => {
    output.write(`${columns === undefined ? text : wrap(text, columns)}\n\n`);
  };
  const chat = createChat({ write, style, locale });
  let ended = Promise.resolve();

  const converse = async (core: Core): Promise<void> => {
    if (prompt) await chat.open(core);
    output.write(prompt);
    for await (const line of lines) {
      // The input is let go of, or it would keep the process alive.
      if (chat.isLeaving(core, line)) return lineReader.close();
      await chat.enter(core, line);
      output.write(prompt);
    }
    // Ctrl+D leaves the cursor behind the prompt.
    if (prompt) output.write("\n");
  };

  return {
    name: "terminal",
    ended: () => ended,
    start: async (core) => {
      ended = converse(core);
    },
    deliver: async (_, answer) => {
      chat.show(answer);
      return undefined;
    },
    stop: async () => lineReader.close(),
  };
}
