import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createTerminal } from "../../../adapters/terminal/index.ts";
import { startSmallPack } from "../../support/small-pack.ts";

/** What the terminal shows for some typed lines. */
async function chat(lines: readonly string[], prompt = ""): Promise<string> {
  const output = new PassThrough();
  const shown = text(output);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const terminal = createTerminal({ input, output, prompt, locale: "en" });
  const core = startSmallPack();
  await terminal.start(core);
  await terminal.ended();
  output.end();
  return await shown;
}

describe("the terminal", () => {
  it("shows the steps and the buttons, numbered", async () => {
    expect(await chat(["my key is lost"])).toBe(
      `${[
        "I lost the key",
        "",
        "Keys turn up.",
        "",
        "1. Look under the mat.",
        "2. Ask the caretaker (https://example.com/caretaker).",
        "",
        "[1] Solved",
        "[2] Still stuck",
        "[3] Not what I meant",
        "[4] Talk to a person",
      ].join("\n")}\n\n`,
    );
  });

  it("presses the button whose number is typed", async () => {
    expect(await chat(["my key is lost", "2"])).toContain("Look once more.");
  });

  it("says so when no button has the number that is typed", async () => {
    expect(await chat(["my key is lost", "9"])).toContain("That number isn't one of these");
  });

  it("answers every line of a pipe, in order, and ends with it", async () => {
    const shown = await chat(["help", "2", "solved, thanks", "I lost my key"]);
    const order = [
      "What is it about?",
      "The window does not open",
      "Glad it's working again",
      "I lost the key",
    ];
    expect(order.map((title) => shown.indexOf(title))).toEqual(
      order.map((title) => shown.indexOf(title)).sort((a, b) => a - b),
    );
    expect(order.every((title) => shown.includes(title))).toBe(true);
  });

  it("marks what was solved", async () => {
    expect(await chat(["my key is lost", "1"])).toContain("(✔)");
  });

  it("opens with the topics and prompts where somebody sits in front of it", async () => {
    const shown = await chat(["my key is lost"], "> ");
    expect(shown).toMatch(/^To leave, type exit or quit, or press Ctrl\+D\.\n\nWhat is it about\?/);
    expect(shown).toContain("\n\n> I lost the key");
  });

  it.each(["exit", "quit", " EXIT. "])("ends with %j, and answers nothing after it", async (word) => {
    const shown = await chat(["my key is lost", word, "my window is stuck"], "> ");
    expect(shown).toContain("I lost the key");
    expect(shown).not.toContain("The window does not open");
    expect(shown.endsWith("> ")).toBe(true);
  });

  it("lets go of an input that goes on, so that the process can end", async () => {
    const input = new PassThrough();
    const terminal = createTerminal({ input, output: new PassThrough(), locale: "en" });
    await terminal.start(startSmallPack());
    input.write("exit\n");
    await terminal.ended();
    expect(input.isPaused()).toBe(true);
  });

  it("ends with the end of the input on a line of its own", async () => {
    expect((await chat(["my key is lost"], "> ")).endsWith("> \n")).toBe(true);
  });

  it("takes a sentence with such a word for a question", async () => {
    expect(await chat(["my key is lost at the exit", "my window is stuck"])).toContain(
      "The window does not open",
    );
  });

  it("shows a late answer, and its buttons can be pressed", async () => {
    const output = new PassThrough();
    const input = new PassThrough();
    const terminal = createTerminal({ input, output, locale: "en" });
    const core = startSmallPack();
    await terminal.start(core);
    const late = { locale: "en", title: "Late", blocks: [], buttons: [] } as const;
    await terminal.deliver({ adapter: "terminal", data: "" }, late, { audience: "all", key: "1" });
    expect(String(output.read())).toContain("Late");
    await terminal.stop();
    await terminal.ended();
  });
});
