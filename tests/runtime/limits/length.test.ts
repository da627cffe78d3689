import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitLength } from "../../../src/runtime/limits/limit-length.ts";
import {
  maxFieldCharacters,
  maxFields,
  maxReadCharacters,
  maxReadNameCharacters,
} from "../../../src/runtime/limits/rates.ts";
import { ask } from "../../support/small-assistant.ts";

const { first, last } = maxReadCharacters;

function read(text: string): string {
  const { input } = limitLength(ask("e1", text));
  return input.kind === "question" ? input.text : "";
}

describe("what is read of a message", () => {
  it("is all of it up to the limit", () => {
    const text = "I lost my phone. ".repeat(1000).slice(0, first + last);
    expect(read(text)).toBe(text);
  });

  it("is its start and its end beyond that, without half a word at the cut", () => {
    const key = "AKIAIOSFODNN7EXAMPLE";
    const text = `${"word ".repeat(1199)}${key}${" filler".repeat(2000)} ${key}${" end".repeat(497)}`;
    const short = read(text);
    expect(short.length).toBeLessThanOrEqual(first + last + 3);
    expect(short.startsWith("word word")).toBe(true);
    expect(short.endsWith("end end")).toBe(true);
    expect(short.replaceAll(key, "")).not.toMatch(/AKI|EXAMPLE/);
  });

  it("is bounded whatever it is, and its time too", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 50 }),
      fc.constantFrom("a", "\n", "🎉"),
    );
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 100_000 }), (given, length) => {
        const text = given.repeat(Math.ceil(length / given.length));
        expect(read(text).length).toBeLessThanOrEqual(Math.min(text.length, first + last + 3));
      }),
    );
  });
});

it("names and fields of forms are cut with an ellipsis", () => {
  const values = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`field-${index}`, "x".repeat(50_000)]),
  );
  const input = { kind: "submit", token: "+1.ask.-.en", values } as const;
  const short = limitLength(ask("e1", "", { name: "n".repeat(5000), input }));
  expect(short.name).toBe(`${"n".repeat(maxReadNameCharacters - 1)}…`);
  const kept = short.input.kind === "submit" ? Object.values(short.input.values) : [];
  expect(kept.length).toBe(maxFields);
  expect(kept.every((value) => value.length === maxFieldCharacters && value.endsWith("…"))).toBe(true);
});
