import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createTerminal } from "../../../adapters/terminal/index.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";

const words = ourKnowledge.strings.get("en")?.surface;
const steps = ["I am the root user and lost my MFA phone", "2", "1"];

async function chat(lines: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const shown = text(output);
  const input = Readable.from([...steps, ...lines].map((line) => `${line}\n`));
  const terminal = createTerminal({ input, output, locale: "en" });
  await terminal.start(startOurs());
  await terminal.ended();
  output.end();
  return shown;
}

describe("a form in the terminal", () => {
  it("is asked field by field, by number or words, and ends in the draft", async () => {
    const shown = await chat(["1", "lost", "2", "3", "1", "", "1", ""]);
    expect(shown).toContain("I keep your answers for 7 days");
    expect(shown).toContain("Subject:");
    expect(shown).toContain("I am the root user of my AWS account");
    expect(shown.indexOf("What kind of MFA device")).toBeLessThan(shown.indexOf("What happened to the MFA"));
  });

  it("asks again only what is wrong, and says so once", async () => {
    const shown = await chat(["1", "99", "2", "", "1", "3"]);
    expect(shown.match(/Please answer this one\./g)?.length).toBe(1);
    expect(shown.match(/What kind of MFA device/g)?.length).toBe(1);
    expect(shown.match(/What happened to the MFA/g)?.length).toBe(2);
    expect(shown).toContain("2 of 2");
  });

  it("is left with a dot, and the conversation goes on", async () => {
    const shown = await chat(["1", ".", "thanks"]);
    expect(shown).toContain(words?.formLeft);
    expect(shown.trimEnd().endsWith("Tiếng Việt")).toBe(true);
  });

  it("is left with the whole chat by a word for it", async () => {
    const shown = await chat(["1", "exit", "thanks"]);
    expect(shown).toContain("What kind of MFA device");
    expect(shown).not.toContain(words?.formLeft);
    expect(shown.trimEnd().endsWith("Topics")).toBe(false);
  });

  it("keeps what was typed when it is opened again", async () => {
    const shown = await chat(["2", "1", "1", "1", "1", "", "1", "", "3"]);
    expect(shown).toContain("= Passkey");
  });
});
