import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Form, joinOptions, splitOptions } from "../../src/answer/form.ts";
import type { Drafts } from "../../src/cases/draft.ts";
import { maxDescriptionCharacters, maxFormFields, maxSubjectCharacters } from "../../src/cases/limits.ts";
import { caseEntryOf } from "../../src/conversation/replies/show-escalation.ts";
import { findSecrets } from "../../src/safety/find-secrets.ts";
import { mask, maskSecrets } from "../../src/safety/mask.ts";
import { plantedSecrets } from "../safety/planted.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { propertyRuns } from "../support/property-runs.ts";
import {
  answerOf,
  anyValues,
  caseEntries,
  copiesIn,
  leadsElsewhere,
  press,
  submit,
  turn,
} from "./submission.ts";

const words = fc.oneof(
  fc.lorem({ maxCount: 20 }),
  fc.string({ unit: "grapheme", maxLength: 100 }),
  plantedSecrets.map(({ said }) => said),
  fc
    .tuple(fc.lorem(), plantedSecrets, fc.lorem())
    .map(([before, { said }, after]) => `${before} ${said} ${after}`),
);

/** What the person told, by the ask's id, as far as the form takes it. */
function toldIn(entry: string, step: ReturnType<typeof submit>): Readonly<Record<string, string>> {
  const drafts = step.drafts === "none" ? undefined : step.drafts;
  return drafts?.[entry]?.answers ?? {};
}

describe("any submission of a case's forms", () => {
  it("gives a draft that holds every answer and no secret, within the limits", () => {
    const submission = fc.constantFrom(...caseEntries).chain((entry) => {
      const forms = formsOf(entry);
      return fc.tuple(...forms.map((form) => anyValues(entry, form, words))).map((values) => ({
        entry,
        values: Object.assign({}, ...values) as Readonly<Record<string, string>>,
      }));
    });
    fc.assert(
      fc.property(submission, ({ entry, values }) => {
        const step = submit(entry, (form) =>
          Object.fromEntries(form.fields.map(({ id }) => [id, strict(id) ?? values[id] ?? ""])),
        );
        const [subject = "", description = ""] = copiesIn(answerOf(step));
        expect(subject.length).toBeLessThanOrEqual(maxSubjectCharacters);
        expect(description.length).toBeLessThanOrEqual(maxDescriptionCharacters);
        expect(findSecrets(description)).toEqual([]);
        const told = toldIn(entry.id, step);
        for (const ask of caseEntryOf(entry)?.awsCase.asks ?? [])
          for (const sentence of sentencesOf(ask, told[ask] ?? ""))
            expect(withoutLanguage(description)).toContain(sentence);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it("that holds something wrong is kept, said to be wrong, and opened again as it was", () => {
    const step = press("fill", caseEntries[0] ?? fail());
    if (step.reply.kind !== "form") throw new Error("no form");
    const { form } = step.reply;
    const again = turn({ kind: "submit", token: form.token, values: {} });
    expect(again.reply.kind).toBe("invalid");
    expect(again.drafts).toBeDefined();
  });
});

describe("a case told in part", () => {
  const entry = ourKnowledge.find("mfa-lost-or-broken") ?? fail();
  const first = { "mfa-device": "app", "mfa-happened": "lost", since: "today", "other-factors": "call" };
  const second = { "other-device": "none", reachable: "any-time", "email-domain": "example.com" };
  const tell = (token: string, values: Readonly<Record<string, string>>, drafts?: Drafts) =>
    kept(turn({ kind: "submit", token, values }, drafts));
  const half = tell("+1.fill.mfa-lost-or-broken.vi", first);
  const told = tell("+1.fill.mfa-lost-or-broken.vi.2", second, half);

  it("is no draft to send: its questions go on", () => {
    expect(copiesIn(answerOf(press("case", entry, half)))).toEqual([]);
    expect(copiesIn(answerOf(press("door", entry, half)))).toEqual([]);
    expect(copiesIn(answerOf(press("case", entry, told)))).toHaveLength(2);
  });

  it("of which an answer can't be used is none either", () => {
    const wrong = tell("+1.fill.mfa-lost-or-broken.vi.2", { ...second, "email-domain": "quên" }, half);
    expect(copiesIn(answerOf(press("case", entry, wrong)))).toEqual([]);
  });

  it("keeps its answers when another is told, which begins with what may be so for both", () => {
    const other = ourKnowledge.find("account-compromised") ?? fail();
    const opened = press("fill", other, told).reply;
    if (opened.kind !== "form") throw new Error("no form");
    expect(opened.form.fields.find(({ id }) => id === "since")?.value ?? "today").toBe("today");
    const both = tell(opened.form.token, { ...allOf(opened.form), since: "longer" }, told);
    expect(both["mfa-lost-or-broken"]).toEqual(told["mfa-lost-or-broken"]);
    expect(kept(press("forget", other, both))).toEqual(told);
  });

  it("has no text to change once its time is over: the questions are asked", () => {
    expect(press("edit", entry).reply).toMatchObject({
      kind: "form",
      form: { token: "+1.fill.mfa-lost-or-broken.vi" },
    });
  });
});

/** Everything that a turn leaves of the person's cases. */
function kept({ drafts }: ReturnType<typeof turn>): Drafts {
  return drafts === undefined || drafts === "none" ? {} : drafts;
}

function allOf({ fields }: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map((field) => [
      field.id,
      "options" in field ? (field.options[0]?.id ?? "") : (strict(field.id) ?? ""),
    ]),
  );
}

function fail(): never {
  throw new Error("our knowledge has no case");
}

function formsOf(entry: (typeof caseEntries)[number]) {
  const forms = [];
  let { reply } = press("fill", entry);
  while (reply.kind === "form") {
    forms.push(reply.form);
    const { form } = reply;
    const values = Object.fromEntries(
      form.fields.map((field) => [
        field.id,
        "options" in field ? (field.options[0]?.id ?? "") : (strict(field.id) ?? "some words"),
      ]),
    );
    reply = turn({ kind: "submit", token: form.token, values }).reply;
  }
  return forms;
}

/** What a field takes that does not take just any words. */
function strict(id: string): string | undefined {
  const ask = ourKnowledge.asks.get(id);
  if (ask?.kind !== "line" || ask.must === undefined) return undefined;
  return ask.must === "domain" ? "example.com" : "172345678900123";
}

describe.each(caseEntries.map((entry) => [entry.id, entry] as const))("the forms of %s", (_, entry) => {
  const forms = formsOf(entry);

  it("ask a few things at a time, each once", () => {
    const ids = forms.flatMap(({ fields }) => fields.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(caseEntryOf(entry)?.awsCase.asks);
    for (const { fields } of forms) expect(fields.length).toBeLessThanOrEqual(maxFormFields);
  });

  it("hold the draft within the limits however much is written into them", () => {
    const longest = submit(entry, (form) =>
      Object.fromEntries(
        form.fields.map((field) => {
          if (!("options" in field)) return [field.id, long(field.id, field.limit)];
          const options = field.options
            .filter(({ id }) => !leadsElsewhere(entry, field.id, id))
            .map(({ id }) => ({ id, english: englishOf(field.id, id) }));
          const longestFirst = options
            .sort((a, b) => b.english.length - a.english.length)
            .map(({ id }) => id);
          return [field.id, field.kind === "choices" ? joinOptions(longestFirst) : (longestFirst[0] ?? "")];
        }),
      ),
    );
    const [subject = "", description = ""] = copiesIn(answerOf(longest));
    expect(subject.length).toBeLessThanOrEqual(maxSubjectCharacters);
    expect(description.length).toBeLessThanOrEqual(maxDescriptionCharacters - roomForTried);
  });
});

/** What the draft says of an answer, as far as it has no date. */
function sentencesOf(id: string, answer: string): readonly string[] {
  const ask = ourKnowledge.asks.get(id);
  if (!ask || answer === "") return [];
  if (ask.kind !== "choice")
    return [maskSecrets(ask.english.replace("{language}", "").replace("{words}", () => answer))];
  return splitOptions(answer).map((chosen) => {
    const english = ask.options.find((option) => option.id === chosen)?.english ?? "no such option";
    return english.split("{")[0] ?? "";
  });
}

/** The text without the language that a person's own words are marked with. */
function withoutLanguage(text: string): string {
  return text.replace(/^In my own words \(in \w+\):/m, "In my own words:");
}

/** Left for what was tried, which a conversation adds. */
const roomForTried = 800;

function englishOf(ask: string, option: string): string {
  const found = ourKnowledge.asks.get(ask);
  return (found?.kind === "choice" && found.options.find(({ id }) => id === option)?.english) || "";
}

function long(id: string, limit: number): string {
  const ask = ourKnowledge.asks.get(id);
  const must = ask?.kind === "line" ? ask.must : undefined;
  if (must === "domain") return `${"a".repeat(limit - 4)}.com`;
  if (must === "digits") return "1".repeat(limit);
  return mask("word ".repeat(limit)).slice(0, limit);
}
