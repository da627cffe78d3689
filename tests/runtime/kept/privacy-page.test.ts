import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { draftTtlMs } from "../../../src/cases/draft.ts";
import { factLog } from "../../../src/insight/record.ts";
import { unansweredDays, unansweredLog } from "../../../src/insight/unanswered.ts";
import { limitPrefix } from "../../../src/runtime/limits/shared-limit.ts";
import { sessionKinds } from "../../../src/runtime/session/session-keys.ts";
import { sessionTtlMs } from "../../../src/runtime/session/session-writes.ts";
import { presencePrefix } from "../../../src/store/presence.ts";

const page = readFileSync(path.join(import.meta.dirname, "../../../docs/privacy.md"), "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| `") || line.startsWith("| the log"));
const day = 24 * 3_600_000;
const rowOf = (start: string) => rows.find((row) => row.startsWith(start)) ?? "";

describe("the page about privacy", () => {
  it.each(sessionKinds)("names the keys of kind %s", (kind) => {
    expect(rows.filter((row) => row.startsWith(`| \`${kind}/`))).toHaveLength(1);
  });

  it("names no key that is not there", () => {
    const prefixes = [limitPrefix, presencePrefix].map((prefix) => prefix.replace("/", ""));
    const named = rows.flatMap((row) => /^\| `([\w-]+)\//.exec(row)?.[1] ?? []);
    expect(named.toSorted()).toEqual([...sessionKinds, "adapter", ...prefixes].toSorted());
  });

  it("names the logs", () => {
    for (const log of [factLog, unansweredLog]) expect(rowOf(`| the log \`${log}\``)).not.toBe("");
  });

  it("says how long it all stays", () => {
    expect(rowOf("| `state/")).toContain(`| ${sessionTtlMs / day} days after`);
    expect(rowOf("| `drafts/")).toContain(`| ${draftTtlMs / day} days after`);
    expect(rowOf("| the log `unanswered`")).toContain(`| ${unansweredDays} days |`);
  });
});
