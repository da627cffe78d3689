import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { createTerminal } from "../../../adapters/terminal/index.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startOurs } from "../../support/our-assistant.ts";

it("the words that show and delete what is kept work in the terminal too", async () => {
  const store = createMemoryStore(Date.now);
  const output = new PassThrough();
  const shown = text(output);
  const lines = ["I am the root user and lost my MFA phone", "forget me", "1"];
  const terminal = createTerminal({
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    locale: "en",
  });
  await terminal.start(startOurs({ store }));
  await terminal.ended();
  output.end();
  expect(await shown).toContain("What I keep about you");
  expect(await shown).toContain("I've deleted everything I kept about you.");
  expect(await store.find({})).toEqual([]);
});
