import { describe, expect, it } from "vitest";
import { checkCases } from "../../src/authoring/check-cases.ts";
import { caseOf } from "../../src/knowledge/entry.ts";
import { findSecrets } from "../../src/safety/find-secrets.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const { entries, asks } = ourKnowledge;
const cases = entries.flatMap((entry) => {
  const awsCase = caseOf(entry);
  if (!awsCase) return [];
  const asked = awsCase.asks.flatMap((id) => asks.get(id) ?? []);
  return [[entry.id, { entry, awsCase, asked }] as const];
});
const all = [...asks.values()].map((ask) => [ask.id, ask] as const);

describe.each(cases)("the case of %s", (_id, { entry, awsCase, asked }) => {
  it("asks since when, and ends with the person's own words", () => {
    const days = asked.filter(
      (ask) => ask.kind === "choice" && ask.options.some(({ english }) => english.includes("{yesterday}")),
    );
    expect(days.map(({ id }) => id)).toHaveLength(1);
    expect(awsCase.asks.at(-1)).toBe("own-words");
  });

  it("asks what was tried", () => {
    expect(asked.filter(({ isTried }) => isTried)).not.toEqual([]);
  });

  it("names the kind of user, or asks for it", () => {
    const isNamed = /\broot user\b/.test(awsCase.problem);
    expect(isNamed || awsCase.asks.includes("kind-of-user")).toBe(true);
  });

  it("asks for AWS's help", () => {
    expect(awsCase.request).toMatch(/^Please /);
  });

  it("has the person choose rather than write", () => {
    const choices = asked.filter(({ kind }) => kind === "choice").length;
    expect(choices).toBeGreaterThan(asked.length / 2);
  });

  it("says in each other language what it means", () => {
    const meanings = Object.entries(entry.text).map(([locale, text]) => [locale, text?.case !== undefined]);
    expect(meanings).toEqual(meanings.map(([locale]) => [locale, locale !== "en"]));
  });

  it("says nothing that would be masked", () => {
    expect([awsCase.subject, awsCase.problem, awsCase.request].flatMap(findSecrets)).toEqual([]);
  });
});

describe.each(all)("the question %s", (_id, ask) => {
  const options = ask.kind === "choice" ? ask.options : [];
  const facts = ask.kind === "choice" ? (ask.facts ?? []) : [];
  const english = ask.kind === "choice" ? options.map((option) => option.english) : [ask.english];
  const sentences = english.filter((said) => said !== "");

  it("becomes plain sentences, each another, of which nothing would be masked", () => {
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((said) => /[*`<>[\]\n]/.test(said))).toEqual([]);
    expect(sentences.flatMap(findSecrets)).toEqual([]);
  });

  it("speaks of what was tried where it says so", () => {
    const tried = options.filter(({ id, english: said }) => said !== "" && !facts.includes(id));
    expect(tried.filter(({ english: said }) => ask.isTried && !/\bI\b/.test(said))).toEqual([]);
  });

  it("never tells AWS what was not tried", () => {
    expect(sentences.filter((said) => /\bI have not (tried|used|asked|looked|paid)\b/.test(said))).toEqual(
      [],
    );
  });

  it("has labels that tell its options apart", () => {
    for (const text of Object.values(ask.text)) {
      const labels = Object.values(text?.options ?? {});
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe("the person's own words", () => {
  it.each([
    ["en", /English.* Vietnamese.*passwords.*codes.*card/],
    ["vi", /tiếng Anh.*tiếng Việt.*mật khẩu.*mã.*thẻ/],
  ])("are asked for in %s with what to write and what to leave out", (locale, words) => {
    expect(asks.get("own-words")?.text[locale]?.hint).toMatch(words);
  });
});

it("no question is left that nothing asks", () => {
  expect(checkCases(ourKnowledge).warnings).toEqual([]);
});
