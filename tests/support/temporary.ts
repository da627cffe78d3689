import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, by their path, into a temporary folder. */
export function writeFiles(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

interface EntryDraft {
  readonly yaml?: string;
  readonly title?: string;
  readonly phrases?: readonly string[];
  /** More front matter, as YAML lines. */
  readonly front?: string;
  readonly body?: string;
}

/** The files of an English entry, with whatever is not said filled in. */
export function draftEntry(id: string, draft: EntryDraft = {}): Readonly<Record<string, string>> {
  const {
    yaml = "kind: answer",
    title = `About ${id}`,
    phrases = [`a phrase of ${id}`],
    front = "",
    body = "1. Do it.\n",
  } = draft;
  const list = phrases.map((phrase) => `  - ${JSON.stringify(phrase)}\n`).join("");
  return {
    [`${id}/entry.yaml`]: `${yaml}\n`,
    [`${id}/en.md`]: `---\ntitle: ${title}\nphrases:\n${list}${front}---\n${body}`,
  };
}
