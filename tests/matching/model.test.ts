import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/knowledge/entry.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { learnModel, learnRanker, type Model } from "../../src/matching/model.ts";
import {
  answerWith,
  choiceWith,
  elsewhereWith,
  fiveAnswers,
  knowing,
  learned,
  textWith,
} from "../support/small-entries.ts";
import { smallPack } from "../support/small-pack.ts";
import { writeFiles } from "../support/temporary.ts";

/**
 * Every number of a model, exactly, and all of it in its order. Not what v8 serialises: its bytes also tell how an
 * array happens to be kept, which depends on what else the process has run.
 */
function written(model: Model): string {
  return JSON.stringify(model, (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    if (value instanceof Float32Array) return Buffer.from(value.buffer).toString("base64");
    return value;
  });
}
const learnedFrom = (entries: readonly Entry[]) => written(learnModel(knowing(entries)));
const [lostPhone, ...others] = fiveAnswers;
const phrasesOf = (entry: Entry | undefined) => entry?.text.en?.phrases ?? [];

describe("what is learned", () => {
  it("of the same knowledge is the same, bit for bit", () => {
    expect(learnedFrom(structuredClone(fiveAnswers))).toBe(learnedFrom(fiveAnswers));
  });

  it("of files read twice is the same, bit for bit", () => {
    const [one, other] = [0, 1].map(() => {
      const knowledge = loadKnowledge(writeFiles(smallPack), { languages: ["en"] });
      return written(learnModel(knowledge));
    });
    expect(other).toBe(one);
  });

  it.each([
    ["another phrase", [answerWith("lost-phone", [...phrasesOf(lostPhone), "sim gone"]), ...others]],
    ["a phrase less", [answerWith("lost-phone", phrasesOf(lostPhone).slice(1)), ...others]],
    ["another title", [answerWith("lost-mobile", phrasesOf(lostPhone)), ...others]],
    ["another entry", [...fiveAnswers, answerWith("captcha", ["the picture with letters"])]],
  ])("of the knowledge with %s is something else", (_what, changed) => {
    expect(learnedFrom(changed)).not.toBe(learnedFrom(fiveAnswers));
  });

  it("of the knowledge with a synonym is something else", () => {
    const withSynonym = learnModel(knowing(fiveAnswers, { synonyms: [["phone", "handset"]] }));
    expect(written(withSynonym)).not.toBe(learnedFrom(fiveAnswers));
  });

  it("has the ranker that learns alone", () => {
    const knowledge = knowing(fiveAnswers);
    expect(learnModel(knowledge).ranker).toEqual(learnRanker(knowledge));
  });

  it("holds titles as well as phrases, of every language", () => {
    const entry: Entry = {
      ...answerWith("key", []),
      text: { en: textWith("Lost key", ["help"]), vi: textWith("Mất chìa khóa", ["giúp với", "mất rồi"]) },
    };
    const { phrases, uses } = learnRanker(createKnowledge({ entries: [entry], languages: ["en", "vi"] }));
    expect([phrases, uses.get("key"), uses.get("help"), uses.get("chia"), uses.get("mat")]).toEqual([
      5, 1, 1, 1, 2,
    ]);
  });
});

describe("knowledge with two entries of the same phrases", () => {
  const twin = answerWith("lost-mobile", phrasesOf(lostPhone));
  const match = learned(knowing([...fiveAnswers, twin]));

  it.each(phrasesOf(lostPhone))("never answers %s outright", (phrase) => {
    expect(["suggest", "decline"]).toContain(match(phrase).outcome);
  });

  it.each(["mfa device is gone", "i lost my phone with the authenticator app"])(
    "ranks the two first for %s",
    (phrase) => {
      const first = match(phrase).candidates.slice(0, 2);
      expect(first.map(({ entry }) => entry).sort()).toEqual(["lost-mobile", "lost-phone"]);
      expect(first.every(({ confidence }) => confidence <= 0.5)).toBe(true);
    },
  );

  it("still finds the others", () => {
    expect(match("i forgot my password").candidates[0]?.entry).toBe("forgot-password");
  });

  it("and no other entry answers neither", () => {
    const two = learned(knowing([answerWith("one", phrasesOf(twin)), answerWith("two", phrasesOf(twin))]));
    expect(phrasesOf(twin).map((phrase) => two(phrase).outcome)).not.toContain("answer");
  });
});

describe("knowledge of 500 entries with three phrases each", () => {
  const syllables = ["ba", "ko", "mi", "tu", "re", "lo", "sa", "ne", "fi", "du"];
  const nameOf = (index: number) =>
    [...String(index).padStart(3, "0")].map((digit) => syllables[Number(digit)]).join("");
  const many = Array.from({ length: 500 }, (_, index) => {
    const name = nameOf(index);
    return answerWith(name, [`my ${name} is broken`, `cannot open the ${name}`, `${name} does not work`]);
  });
  const match = learned(knowing(many));

  it.each([0, 7, 123, 250, 499])("answers a question that is none of the phrases of entry %i", (index) => {
    const question = `please repair this ${nameOf(index)}`;
    expect(match(question)).toMatchObject({ outcome: "answer", entry: nameOf(index) });
  });

  it("declines what is about none of them", () => {
    expect(match("recipe for chicken soup").outcome).toBe("decline");
  });
});

describe("knowledge in Vietnamese only", () => {
  const inVietnamese = (id: string, title: string, phrases: readonly string[]): Entry => ({
    ...answerWith(id, []),
    text: { vi: textWith(title, phrases) },
  });
  const entries = [
    inVietnamese("phone", "Mất điện thoại", ["điện thoại bị mất cắp", "rơi máy xuống nước", "đổi máy mới"]),
    inVietnamese("password", "Quên mật khẩu", ["không nhớ mật khẩu nữa", "đặt lại mật khẩu", "sai mật khẩu"]),
    inVietnamese("close", "Đóng tài khoản", [
      "xóa tài khoản vĩnh viễn",
      "muốn hủy luôn",
      "chấm dứt tài khoản",
    ]),
  ];
  const match = learned(createKnowledge({ entries, languages: ["vi"] }));

  it.each([
    ["tôi quên mật khẩu", "password"],
    ["toi quen mat khau", "password"],
    ["mat dien thoai roi", "phone"],
    ["MUỐN ĐÓNG TÀI KHOẢN", "close"],
  ])("answers %s with %s", (question, entry) => {
    expect(match(question)).toMatchObject({ outcome: "answer", entry });
  });

  it("declines an English question", () => {
    expect(match("how do i close the account").outcome).toBe("decline");
  });
});

const elsewheres = [
  elsewhereWith("cooking", [
    "how long do i boil rice",
    "recipe for chicken soup",
    "my cake did not rise in the oven",
    "best sauce for noodles",
    "what goes well with fried rice",
  ]),
  elsewhereWith("weather", [
    "will it rain tomorrow",
    "weather forecast for the weekend",
    "how hot is it in hanoi",
    "is there a storm coming",
    "sunny days next week",
  ]),
];

describe("knowledge with elsewhere entries", () => {
  const match = learned(knowing([...fiveAnswers, ...elsewheres]));

  it.each([
    "how do i boil rice",
    "chicken soup recipe please",
    "cake in the oven",
    "will it rain",
    "storm tomorrow",
    "is it hot",
  ])("never answers %s as if it were ours", (question) => {
    const { outcome, candidates } = match(question);
    expect(["cooking", "weather"]).toContain(candidates[0]?.entry);
    expect(outcome).not.toBe("choice");
  });

  it.each([
    ["i lost my phone", "lost-phone"],
    ["forgot password", "forgot-password"],
  ])("answers %s with %s", (question, entry) => {
    expect(match(question)).toMatchObject({ outcome: "answer", entry });
  });
});

describe("knowledge of elsewhere entries only", () => {
  const match = learned(knowing(elsewheres));

  it.each([
    ["recipe for a soup", "cooking"],
    ["will it rain in hanoi", "weather"],
  ])("sends %s to %s", (question, entry) => {
    expect(match(question)).toMatchObject({ outcome: "answer", entry });
  });

  it("declines what none of them knows", () => {
    expect(match("pasword zurücksetzen").outcome).toBe("decline");
  });
});

describe("knowledge with a choice between choices", () => {
  const entries = [
    ...fiveAnswers,
    choiceWith(
      "sign-in",
      ["lost-phone", "forgot-password"],
      ["i cannot sign in", "login problem", "locked out"],
    ),
    choiceWith(
      "money",
      ["close-account", "wrong-bill"],
      ["a question about money", "costs", "too expensive"],
    ),
    choiceWith("topics", ["sign-in", "money", "no-sms"], ["what can you do", "help", "menu"]),
  ];
  const match = learned(knowing(entries));

  it.each([
    ["what can you do for me", "topics"],
    ["i cannot sign in", "sign-in"],
    ["it is about costs", "money"],
  ])("meets %s with the choice %s", (question, entry) => {
    expect(match(question)).toMatchObject({ outcome: "choice", entry });
  });

  it("answers what is clear without a choice", () => {
    expect(match("i forgot my password")).toMatchObject({ outcome: "answer", entry: "forgot-password" });
  });
});

describe("knowledge without entries", () => {
  it("is learned and declines everything", () => {
    expect(learned(knowing([]))("i lost my phone")).toMatchObject({ outcome: "decline", candidates: [] });
  });

  it("but with synonyms declines as well", () => {
    const match = learned(knowing([], { synonyms: [["phone", "handset"]] }));
    expect(match("handset")).toMatchObject({ outcome: "decline", candidates: [] });
  });
});
