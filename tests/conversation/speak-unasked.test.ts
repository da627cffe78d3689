import { describe, expect, it } from "vitest";
import type { QuietReason } from "../../src/answer/fact.ts";
import { lastLocale } from "../../src/answer/locale.ts";
import { createAsks, reasonForQuiet } from "../../src/conversation/speak-unasked.ts";
import { stringsOf } from "../../src/knowledge/knowledge.ts";
import { noNames } from "../../src/knowledge/names.ts";
import type { FoundNames } from "../../src/matching/find-names.ts";
import type { Match } from "../../src/matching/match.ts";
import { namingNothing } from "../support/naming-nothing.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { answerWith, choiceWith, elsewhereWith, knowing } from "../support/small-entries.ts";

const entries = [
  answerWith("lost-key", []),
  answerWith("stuck-window", []),
  choiceWith("home", ["lost-key", "stuck-window"], []),
  elsewhereWith("car-repair", []),
  { ...elsewhereWith("next-door", []), kind: "elsewhere" as const, unasked: true },
];
const knowledge = knowing(entries, { names: { ...noNames, meanings: new Map([["house", "ours"]]) } });
const withoutNames = knowing(entries);

type Outcome =
  | { readonly outcome: "answer" | "choice"; readonly entry: string }
  | { readonly outcome: "suggest"; readonly entries: readonly string[] }
  | { readonly outcome: "decline" };
interface Given {
  readonly ours?: number;
  readonly certainty?: number;
  readonly names?: Partial<FoundNames>;
}

const sure = { ours: 0.99, certainty: 0.9, names: { ours: ["house"] } };
const answer: Outcome = { outcome: "answer", entry: "lost-key" };
const choice: Outcome = { outcome: "choice", entry: "home" };
const suggest: Outcome = { outcome: "suggest", entries: ["lost-key", "stuck-window"] };
const decline: Outcome = { outcome: "decline" };
const sentAway: Outcome = { outcome: "answer", entry: "car-repair" };
const sentNextDoor: Outcome = { outcome: "answer", entry: "next-door" };

function matchOf(made: Outcome, { names, ...given }: Given = {}): Match {
  return {
    ...made,
    candidates: [],
    ...sure,
    ...given,
    names: { ...namingNothing, ...(names ?? sure.names) },
  };
}
const modes = ["questions", "all"] as const;
/** Why it keeps quiet in each mode, or that it speaks. */
const reasonsFor = (match: Match, text = "the key of my house is lost", known = knowledge) =>
  modes.map(
    (mode) => reasonForQuiet(match, { text, mode, knowledge: known, asks: createAsks(known) }) ?? "speaks",
  );

type Said = QuietReason | "speaks";

describe("to a message that nobody addressed to it", () => {
  it.each<[string, Outcome, Given, questions: Said, all: Said]>([
    ["a sure answer that names ours", answer, {}, "speaks", "speaks"],
    ["a sure choice that names ours", choice, {}, "speaks", "speaks"],
    ["one at the least sureness", answer, { ours: 0.93, certainty: 0.8 }, "speaks", "speaks"],
    ["one that is perhaps ours", answer, { ours: 0.929 }, "not-ours", "speaks"],
    ["one at the least of perhaps", answer, { ours: 0.9 }, "not-ours", "speaks"],
    ["one that is hardly ours", answer, { ours: 0.899 }, "not-ours", "not-ours"],
    ["an answer that is not sure", answer, { certainty: 0.799 }, "unclear", "speaks"],
    ["several to choose from", suggest, {}, "unclear", "speaks"],
    ["several that are perhaps ours", suggest, { ours: 0.92 }, "not-ours", "speaks"],
    ["nothing that fits", decline, {}, "unclear", "unclear"],
    ["nothing that fits or is ours", decline, { ours: 0.1 }, "not-ours", "not-ours"],
    ["an elsewhere", sentAway, {}, "not-ours", "not-ours"],
    ["an elsewhere that is surely a stranger's", sentAway, { ours: 0.01 }, "not-ours", "not-ours"],
    ["one that names nothing", answer, { names: {} }, "no-name", "no-name"],
    ["one that names a hint alone", answer, { names: { hint: ["key"] } }, "no-name", "no-name"],
    ["another's name", answer, { names: { others: ["bank"] } }, "other-name", "other-name"],
    [
      "another's name beside ours",
      answer,
      { names: { ours: ["house"], others: ["bank"] } },
      "other-name",
      "other-name",
    ],
    [
      "an unknown name beside ours",
      answer,
      { names: { ours: ["house"], unknown: ["blorbo"] } },
      "other-name",
      "other-name",
    ],
    ["what is used, alone", answer, { names: { used: ["oven"] } }, "no-name", "no-name"],
    [
      "what is used beside ours",
      answer,
      { ours: 0.979, names: { ours: ["house"], used: ["oven"] } },
      "other-name",
      "other-name",
    ],
    [
      "what is used beside ours, and very surely ours",
      answer,
      { ours: 0.98, names: { ours: ["house"], used: ["oven"] } },
      "speaks",
      "speaks",
    ],
  ])("%s", (_what, made, given, questions, all) => {
    expect(reasonsFor(matchOf(made, given))).toEqual([questions, all]);
  });
});

describe("an elsewhere that may speak unasked", () => {
  it.each<[string, Given, Said]>([
    ["speaks where the question is surely a stranger's", { ours: 0.049 }, "speaks"],
    ["keeps quiet where it may be ours", { ours: 0.051 }, "unclear"],
    ["speaks without a name", { ours: 0.01, names: {} }, "speaks"],
    [
      "speaks beside another's name",
      { ours: 0.01, names: { others: ["bank"], unknown: ["blorbo"] } },
      "speaks",
    ],
  ])("%s", (_what, given, said) => {
    expect(reasonsFor(matchOf(sentNextDoor, given))).toEqual([said, said]);
  });

  it("keeps quiet about a link", () => {
    expect(reasonsFor(matchOf(sentNextDoor, { ours: 0 }), "https://example.com")).toEqual(["link", "link"]);
  });
});

describe("a link", () => {
  it.each([
    "https://example.com/news",
    "our house in the news: http://example.com/house",
    "look HTTPS://example.com/ !",
    "https://example.com/search?q=house",
  ])("that asks nothing is left alone: %s", (text) => {
    expect(reasonsFor(matchOf(answer), text)).toEqual(["link", "link"]);
  });

  it.each([
    "https://example.com/house does not open, why?",
    "https://example.com/house 何？",
    "the key of my house is lost, see example.com",
    "is it https or http",
  ])("that somebody asks about, or that is none, is not: %s", (text) => {
    expect(reasonsFor(matchOf(answer), text)).toEqual(["speaks", "speaks"]);
  });
});

describe("a pack without names", () => {
  it("speaks where it is sure, though nothing is named", () => {
    expect(reasonsFor(matchOf(answer, { names: {} }), "my key is lost", withoutNames)).toEqual([
      "speaks",
      "speaks",
    ]);
  });

  it.each<[string, Outcome, Given, questions: Said, all: Said]>([
    ["is not ours", answer, { ours: 0.5, names: {} }, "not-ours", "not-ours"],
    ["is unclear", suggest, { names: {} }, "unclear", "speaks"],
  ])("keeps quiet about what %s", (_what, made, given, questions, all) => {
    expect(reasonsFor(matchOf(made, given), "my key is lost", withoutNames)).toEqual([questions, all]);
  });
});

describe("a message in a language that says which words ask and which announce", () => {
  const strings = stringsOf(ourKnowledge, lastLocale);
  const asking = knowing(entries, {
    names: knowledge.names,
    strings: new Map([
      [lastLocale, { ...strings, asking: ["how", "cannot open"], announcing: ["heads up"] }],
    ]),
  });

  it.each<[string, Said]>([
    ["How do I open the house", "speaks"],
    ["I CANNOT open the house", "speaks"],
    ["is the house open?", "speaks"],
    ["the house is open", "statement"],
    ["somehow the house is open", "statement"],
    ["heads up: how the house is opened from now on", "statement"],
    ["Heads up, can the house be opened?", "statement"],
  ])("%s: %s", (text, said) => {
    expect(reasonsFor(matchOf(answer), text, asking)).toEqual([said, said]);
  });
});
