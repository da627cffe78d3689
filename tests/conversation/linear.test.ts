import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderAnswer } from "../../adapters/slack/rendering/render-answer.ts";
import { type Answer, paragraph } from "../../src/answer/answer.ts";
import { plain } from "../../src/answer/text.ts";
import { readToken } from "../../src/answer/token.ts";
import { newState } from "../../src/conversation/state.ts";
import { cut } from "../../src/lib/cut.ts";
import { fold, toWords } from "../../src/lib/normalise.ts";
import { shorten } from "../../src/lib/shorten.ts";
import { splitLines } from "../../src/lib/split-lines.ts";
import { mask, maskSecrets, withoutLabels } from "../../src/safety/mask.ts";
import { secretKindsIn } from "../../src/safety/secret-kinds.ts";
import { growsLinearly } from "../support/grows-linearly.ts";
import { ourResponder } from "../support/our-knowledge.ts";
import { propertyRuns } from "../support/property-runs.ts";

const { intents, detectLanguage, match, hear, suggest, converse } = ourResponder;
const offered = [{ label: "Account email (root user)", token: "1.show.root.en" }];
const answerOf = (text: string): Answer => ({
  locale: "en",
  blocks: [paragraph(plain(text)), { kind: "code", text }],
  buttons: [],
});
const ask = (text: string) =>
  converse(newState, {
    input: { kind: "question", text, hasPicture: false },
    person: "lan",
    id: "e1",
    address: { adapter: "terminal", data: "" },
    now: 0,
    addressed: true,
    place: "private",
    locale: "en",
  });

/** All that reads or writes what people wrote. */
const works: Readonly<Record<string, (text: string) => unknown>> = {
  mask,
  maskSecrets,
  secretKindsIn,
  withoutLabels,
  fold,
  toWords,
  detectLanguage,
  match,
  hear,
  "recognise an intent": intents.recognise,
  "an option's number": intents.optionNumber,
  "a typed button": (text) => intents.buttonToken(text, offered, false),
  suggest: (text) => suggest(text, "en"),
  converse: ask,
  readToken,
  shorten: (text) => shorten(text, text.length - 1),
  cut: (text) => cut(text, 500),
  splitLines: (text) => splitLines(text, 500),
  "render for Slack": (text) => renderAnswer(answerOf(text)),
};

/** What made programs slow elsewhere, or could here. */
const units = [
  "\n",
  " ",
  "a",
  "1",
  "1 ",
  "-",
  '"',
  "\\n",
  "```",
  "a\u0300",
  "\u0301",
  "\u200b",
  "\ud800",
  "🎉",
  "🇻🇳",
  "AKIA",
  "a@b.",
  "password ",
  "mk la ",
  "code 123456 ",
  "my password is Tr0ub4dor&3. ",
  "secret key ",
  "-----BEGIN RSA PRIVATE KEY-----\n",
  "[password] ",
  "quên mật khẩu ",
  "I forgot my password. ",
  "a, b; ",
  "?!",
  "đ",
  "\0",
];

describe("the time that a text takes grows with the text, not with its square:", () => {
  it.each(Object.entries(works))("%s", (_, work) => {
    expect(units.filter((unit) => !growsLinearly(work, unit))).toEqual([]);
  });

  it("whatever is repeated in it", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
      fc
        .array(fc.constantFrom(...units, "=", ":", "(", "'", "la ", "is "), { minLength: 1, maxLength: 3 })
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(unit, fc.constantFrom(...Object.keys(works)), (repeated, name) => {
        const work = works[name];
        return work !== undefined && growsLinearly(work, repeated);
      }),
      { numRuns: propertyRuns(60) },
    );
  });
});
