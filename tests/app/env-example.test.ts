import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { knownSettings } from "../support/known-settings.ts";

const lines = readFileSync(path.join(import.meta.dirname, "..", "..", ".env.example"), "utf8").split("\n");

const setting = /^(?:# ?)?(?<name>[A-Z][A-Z0-9_]*)=(?<value>.*)$/;
const named = lines.flatMap((line, index) => {
  const { name, value } = setting.exec(line)?.groups ?? {};
  return name === undefined ? [] : [{ name, value, line, above: lines[index - 1] ?? "" }];
});

const known = knownSettings(platforms);

describe(".env.example", () => {
  it.each(known)("names %s", (name) => {
    expect(named.map((found) => found.name)).toContain(name);
  });

  it.each(named)("$name is a setting that is read", ({ name }) => {
    expect(known).toContain(name);
  });

  it("names no setting twice", () => {
    expect(named.map(({ name }) => name)).toEqual([...new Set(named.map(({ name }) => name))]);
  });

  it.each(named)("says in the line above what $name is", ({ above }) => {
    expect(above).toMatch(/^# \S.*\w/);
    expect(above).not.toMatch(setting);
  });

  it("holds settings, comments and empty lines only", () => {
    expect(
      lines.filter((line) => !["", "#"].includes(line) && !line.startsWith("# ") && !setting.test(line)),
    ).toEqual([]);
  });

  it("says how a secret may stand in a file", () => {
    expect(lines.join("\n")).toMatch(/^# .*\bSLACK_BOT_TOKEN_FILE=\//m);
  });

  it("changes nothing when it is copied as it is", () => {
    expect(named.filter(({ line, value }) => !line.startsWith("#") && value !== "")).toEqual([]);
  });
});
