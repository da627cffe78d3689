import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ourResponder } from "../support/our-knowledge.ts";
import { playTranscript } from "./transcript.ts";

const folder = path.join(import.meta.dirname, "transcripts");
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
const { converse } = ourResponder;

describe("the transcripts", () => {
  it("are at least 25, in both languages", () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
    for (const locale of ["en", "vi"]) {
      const inLocale = names.filter((name) =>
        readFileSync(path.join(folder, name), "utf8").includes(`bot ${locale}`),
      );
      expect(inLocale.length).toBeGreaterThanOrEqual(10);
    }
  });

  it.each(names)("%s goes as it is written", async (name) => {
    const transcript = readFileSync(path.join(folder, name), "utf8");
    await expect(playTranscript(converse, transcript)).toMatchFileSnapshot(path.join(folder, name));
  });
});
