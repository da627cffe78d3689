import path from "node:path";
import { type Answer, paragraph } from "../../src/answer/answer.ts";
import { plain } from "../../src/answer/text.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { messagesOf } from "../../src/conversation/replies/entry-messages.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";

const pack = loadKnowledge(path.join(import.meta.dirname, "pack"));

/** Every message that the fixture pack leads to, in every language, by a name to find it by. */
export const fixtures: readonly (readonly [string, Answer])[] = pack.entries.flatMap((entry) =>
  pack.languages.flatMap((locale) =>
    messagesOf(createReplyContext(pack, locale), entry).map(
      (answer, index) => [`${entry.id}-${index + 1}.${locale}`, answer] as const,
    ),
  ),
);

const long = "Tiếng Việt có dấu, 👩‍👩‍👧 và chữ. ";

/** Answers that are too long for one message on any platform. */
export const longAnswers: readonly (readonly [string, Answer])[] = [
  ["a paragraph", { locale: "vi", blocks: [paragraph(plain(long.repeat(1000)))], buttons: [] }],
  ["code", { locale: "vi", blocks: [{ kind: "code", text: `${long}\n`.repeat(1000) }], buttons: [] }],
  [
    "steps",
    {
      locale: "vi",
      title: "Một tiêu đề dài. ".repeat(20),
      blocks: [
        { kind: "steps", steps: Array.from({ length: 60 }, () => [paragraph(plain(long.repeat(20)))]) },
      ],
      buttons: Array.from({ length: 25 }, (_, index) => ({
        kind: "press",
        label: `${index} ${"Một nút dài. ".repeat(10)}`,
        token: `1.show.entry-${index}.vi`,
      })),
    },
  ],
  [
    "fields and lists",
    {
      locale: "vi",
      blocks: [
        { kind: "fields", fields: [{ label: "Mô tả", value: long.repeat(800) }] },
        { kind: "list", items: Array.from({ length: 500 }, () => [plain(long)]) },
      ],
      buttons: [],
    },
  ],
];
