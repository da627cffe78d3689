import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { fingerprintOf } from "../../src/learning/fingerprint.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

const lostKey = { title: "I lost the key", phrases: ["my key is gone", "where is the key"] };
const options = "options:\n  lost-key: A key\n  stuck-window: A window\n";

const files = {
  ...draftEntry("lost-key", lostKey),
  ...draftEntry("stuck-window"),
  ...draftEntry("front-page", { yaml: "kind: choice\noptions: [lost-key, stuck-window]", front: options }),
  "pack.yaml": "home: front-page\n",
  "synonyms.yaml": "- [key, latchkey]\n",
};

type Files = Readonly<Record<string, string>>;

const fingerprint = (changes: Files = {}) =>
  fingerprintOf(loadKnowledge(writeFiles({ ...files, ...changes })));

const changed: Readonly<Record<string, Files>> = {
  "another phrase": draftEntry("lost-key", { ...lostKey, phrases: ["my key is gone", "who has the key"] }),
  "a phrase more": draftEntry("lost-key", { ...lostKey, phrases: [...lostKey.phrases, "who has the key"] }),
  "another order of the phrases": draftEntry("lost-key", {
    ...lostKey,
    phrases: ["where is the key", "my key is gone"],
  }),
  "another title": draftEntry("lost-key", { ...lostKey, title: "The key is lost" }),
  "another synonym": { "synonyms.yaml": "- [key, opener]\n" },
  "no synonyms": { "synonyms.yaml": "[]\n" },
  "another order of the options": draftEntry("front-page", {
    yaml: "kind: choice\noptions: [stuck-window, lost-key]",
    front: options,
  }),
  "an option more": {
    ...draftEntry("dark-lamp"),
    ...draftEntry("front-page", {
      yaml: "kind: choice\noptions: [lost-key, stuck-window, dark-lamp]",
      front: `${options}  dark-lamp: A lamp\n`,
    }),
  },
  "no home": { "pack.yaml": "{}\n" },
  "another kind of an entry": draftEntry("lost-key", { ...lostKey, yaml: "kind: elsewhere" }),
  "an entry that refines another": draftEntry("lost-key", {
    ...lostKey,
    yaml: "kind: answer\nrefines: stuck-window",
  }),
  "an entry more": draftEntry("dark-lamp"),
  "a text in another language": {
    "lost-key/vi.md": "---\ntitle: Mất chìa khoá\nphrases: [mất chìa khoá rồi]\n---\nThử lại.\n",
    "stuck-window/vi.md": "---\ntitle: Cửa sổ kẹt\nphrases: [cửa sổ không mở]\n---\nThử lại.\n",
    "front-page/vi.md": `---\ntitle: Chuyện gì vậy\nphrases: [trợ giúp]\n${options}---\nThử lại.\n`,
  },
};

describe("the fingerprint of a knowledge is another with", () => {
  it.each(Object.entries(changed))("%s", (_, changes) => {
    expect(fingerprint(changes)).not.toBe(fingerprint());
  });
});

const notLearned: Readonly<Record<string, Files>> = {
  "another body": draftEntry("lost-key", { ...lostKey, body: "1. Look under the mat.\n" }),
  "a section more": draftEntry("lost-key", { ...lostKey, body: "1. Do it.\n\n## Still stuck\nLook.\n" }),
  "another short label": draftEntry("lost-key", { ...lostKey, front: "short: Key\n" }),
  "another label of an option": draftEntry("front-page", {
    yaml: "kind: choice\noptions: [lost-key, stuck-window]",
    front: "options:\n  lost-key: Your key\n  stuck-window: A window\n",
  }),
  "a source": draftEntry("lost-key", {
    ...lostKey,
    yaml: "kind: answer\nsource: [{ name: Locks, url: https://example.com/locks }]",
  }),
  "a date": draftEntry("lost-key", { ...lostKey, yaml: "kind: answer\nverified: 2026-11-20" }),
  "somebody who can help": draftEntry("lost-key", {
    ...lostKey,
    yaml: "kind: answer\nescalate: { to: link, url: https://example.com/key }",
  }),
  "a former id": draftEntry("lost-key", { ...lostKey, yaml: "kind: answer\nformerly: [no-key]" }),
  "a way to a person": { "pack.yaml": "home: front-page\nperson: lost-key\n" },
};

describe("the fingerprint of a knowledge stays the same with", () => {
  it.each(Object.entries(notLearned))("%s", (_, changes) => {
    expect(fingerprint(changes)).toBe(fingerprint());
  });

  it("the same files in another folder", () => {
    expect(fingerprint()).toBe(fingerprint());
  });
});
