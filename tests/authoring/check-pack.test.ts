import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkPack } from "../../src/authoring/check-pack.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

const today = Date.UTC(2026, 10, 20, 12);
const source = "source:\n  - name: Sign-in guide\n    url: https://docs.aws.amazon.com/signin/";
const phrases = [
  "forgot the root password",
  "reset link never came",
  "how do i get back into my account",
  "it says authentication failed",
  "locked out since monday",
  "my boss left and took the login",
  "no email from aws",
  "captcha keeps failing",
  "new password is refused",
  "help please urgent",
  "cant sign in as owner",
  "what is a root user anyway",
  "password manager lost everything",
  "wrong credentials again and again",
  "page shows incorrect information",
];

interface Changes {
  readonly yaml?: string;
  readonly title?: string;
  readonly phrases?: readonly string[];
  readonly front?: string;
  readonly body?: string;
}

/** What is found in a pack whose one entry keeps to everything but for the changes. */
function check(changes: Changes, now = today) {
  const yaml = `kind: answer\n${source}\nverified: 2026-11-20`;
  const body = "1. Do it.\n\n## Still stuck\nCheck this.\n";
  const folder = writeFiles(draftEntry("a", { yaml, body, phrases, title: "Root password", ...changes }));
  const { faults, warnings } = checkPack(loadKnowledge(folder, { languages: ["en"] }), now);
  const format = (fault: Parameters<typeof formatFault>[0]) => formatFault(fault).replace(`${folder}/`, "");
  return {
    faults: faults.map(format),
    warnings: warnings.map(format).filter((warning) => !warning.includes("phrases: ")),
    numbers: warnings.map(format).filter((warning) => warning.includes("phrases: ")),
  };
}

it("an entry with everything it needs is clean", () => {
  expect(check({})).toMatchObject({ faults: [], warnings: [] });
});

it("an entry without a source is a fault", () => {
  expect(check({ yaml: "kind: answer\nverified: 2026-11-20" }).faults).toEqual([
    "a/entry.yaml: source: name the pages that the facts come from",
  ]);
});

it("an entry without a date is a fault and not also old", () => {
  expect(check({ yaml: `kind: answer\n${source}` })).toMatchObject({
    faults: ["a/entry.yaml: verified: give the date when the entry was last held against its sources"],
    warnings: [],
  });
});

it("14 phrases are too few", () => {
  expect(check({ phrases: phrases.slice(1) }).faults).toEqual([
    "a/en.md: phrases: 14, needed are at least 15",
  ]);
});

it("few phrases, but not too few, are a warning", () => {
  expect(check({}).numbers).toEqual(["a/en.md: phrases: 15, better are at least 40 for this kind of entry"]);
});

it("phrases are counted for each language", () => {
  const vi = "---\ntitle: Mật khẩu\nphrases: [quên mật khẩu]\n---\n1. Làm.\n\n## Still stuck\nXem.\n";
  const yaml = `kind: answer\n${source}\nverified: 2026-11-20`;
  const body = "1. Do it.\n\n## Still stuck\nCheck this.\n";
  const folder = writeFiles({ ...draftEntry("a", { yaml, body, phrases }), "a/vi.md": vi });
  expect(checkPack(loadKnowledge(folder), today).faults.map(({ message }) => message)).toEqual([
    "phrases: 1, needed are at least 15",
  ]);
});

it("phrases that share more than 70% of their words are too alike, accents and capitals aside", () => {
  const one = "quên mật khẩu root rồi";
  const other = "QUEN mat khau root?";
  expect(check({ phrases: [...phrases, one, other] }).faults).toEqual([
    `a/en.md: phrases: "${one}" and "${other}" are too alike`,
  ]);
});

it("phrases that share just 70% of their words may stand", () => {
  const ten = ["a b c d e f g h i j", "a b c d e f g x y z"];
  expect(check({ phrases: [...phrases, ...ten] }).faults).toEqual([]);
});

it("each pair of three alike phrases is named", () => {
  const alike = ["token expired today", "today token expired", "expired token today"];
  expect(check({ phrases: [...phrases, ...alike] }).faults).toHaveLength(3);
});

it("a title too long for a button needs a short label", () => {
  const title = "I forgot the password of the root user ab";
  expect(title).toHaveLength(41);
  expect(check({ title }).faults).toEqual([
    "a/en.md: short: the title is too long for a button, give a short label",
  ]);
});

it("a title of 40 characters is its own label", () => {
  expect(check({ title: "I forgot the password of the root user a" }).faults).toEqual([]);
});

it("a long title with a short label is fine", () => {
  const title = "I forgot the password of the root user and more";
  expect(check({ title, front: "short: Root password\n" }).faults).toEqual([]);
});

it("an answer says what else to check", () => {
  expect(check({ body: "1. Do it.\n" }).faults).toEqual([
    "a/en.md: write under ## Still stuck what else to check",
  ]);
});

it("an entry that points elsewhere needs nothing else to check", () => {
  const yaml = `kind: elsewhere\n${source}\nverified: 2026-11-20`;
  expect(check({ yaml, body: "Ask there.\n" }).faults).toEqual([]);
});

it("a date 179 days old is fresh", () => {
  expect(check({}, Date.UTC(2027, 4, 18, 23, 59)).warnings).toEqual([]);
});

it("a date 180 days old is a warning and no fault", () => {
  expect(check({}, Date.UTC(2027, 4, 19))).toMatchObject({
    faults: [],
    warnings: ["a/entry.yaml: verified 180 days ago: hold the entry against its sources again"],
  });
});

it("a date that is tomorrow's, as it may be elsewhere already, is fine", () => {
  expect(check({}, Date.UTC(2026, 10, 19))).toMatchObject({ faults: [], warnings: [] });
});

it("a date later than tomorrow is a fault", () => {
  expect(check({}, Date.UTC(2026, 10, 18, 23, 59))).toMatchObject({
    faults: ["a/entry.yaml: verified: 2026-11-20 is still to come: give the day when you read the sources"],
    warnings: [],
  });
});

it.each(["Root-password", "root_password", "mật-khẩu", "root-", "root--password"])(
  "a folder named %s is a fault",
  (id) => {
    const yaml = `kind: elsewhere\n${source}\nverified: 2026-11-20`;
    const folder = writeFiles(draftEntry(id, { yaml, phrases }));
    const { faults } = checkPack(loadKnowledge(folder, { languages: ["en"] }), today);
    expect(faults).toEqual([
      {
        file: path.join(folder, id),
        message: "name the folder in small letters with dashes: forgot-root-password",
      },
    ]);
  },
);

describe("an entry that nobody is led to", () => {
  const labels = "options:\n  a: A\n  b: B\n";
  const pack = {
    "pack.yaml": "home: home\nperson: person\n",
    ...draftEntry("home", { yaml: "kind: choice\noptions: [a, b]", front: labels }),
    ...draftEntry("a"),
    ...draftEntry("b"),
    ...draftEntry("person"),
  };
  const lonely = (files: Readonly<Record<string, string>>) => {
    const folder = writeFiles(files);
    return checkPack(loadKnowledge(folder, { languages: ["en"] }), today)
      .warnings.filter(({ message }) => message.includes("led to"))
      .map((fault) => formatFault(fault).replace(`${folder}/`, ""));
  };
  const alone = draftEntry("alone");

  it("is a warning", () => {
    expect(lonely({ ...pack, ...alone })).toEqual([
      "alone/entry.yaml: nobody is led to it: name it under related or options of another entry",
    ]);
  });

  it("is one also where only such entries name it", () => {
    const friend = draftEntry("friend", { yaml: "kind: answer\nrelated: [alone]" });
    expect(lonely({ ...pack, ...alone, ...friend })).toHaveLength(2);
  });

  it("is none that options, related entries or the button for a person lead to, however far", () => {
    const near = draftEntry("b", { yaml: "kind: answer\nrelated: [near, home]" });
    const far = draftEntry("near", { yaml: "kind: answer\nrelated: [alone]" });
    expect(lonely({ ...pack, ...alone, ...near, ...far })).toEqual([]);
  });

  it("is none that points elsewhere: only a question comes there", () => {
    expect(lonely({ ...pack, ...draftEntry("alone", { yaml: "kind: elsewhere" }) })).toEqual([]);
  });

  it("is none in a pack without a front page", () => {
    expect(lonely(alone)).toEqual([]);
  });
});
