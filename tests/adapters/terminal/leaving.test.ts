import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { createTerminal } from "../../../adapters/terminal/index.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";

async function chat(locale: string, lines: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const shown = text(output);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const terminal = createTerminal({ input, output, prompt: "> ", locale });
  await terminal.start(startOurs());
  await terminal.ended();
  output.end();
  return shown;
}

it("a Vietnamese chat says in Vietnamese how to leave, and is left by that word", async () => {
  const shown = await chat("vi", ["thoát", "mình quên mật khẩu root"]);
  expect(shown.startsWith(ourKnowledge.strings.get("vi")?.surface.leaveHint ?? "missing")).toBe(true);
  expect(shown.split("> ")).toHaveLength(2);
});

it("a chat that went on in Vietnamese is left by the Vietnamese word, with or without its accent", async () => {
  for (const word of ["thoát", "thoát".normalize("NFD"), "Thoat"]) {
    const shown = await chat("en", ["mình quên mật khẩu root rồi", word, "mất điện thoại"]);
    expect(shown.split("> "), word).toHaveLength(3);
  }
});
