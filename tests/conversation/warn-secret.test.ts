import { describe, expect, it } from "vitest";
import type { Block } from "../../src/answer/answer.ts";
import { type Text, wordsOf } from "../../src/answer/text.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { warnOfSecret } from "../../src/conversation/replies/warn-secret.ts";
import type { PlaceKind } from "../../src/platform/incoming.ts";
import type { SecretKind } from "../../src/safety/detection.ts";
import { secretKindsIn } from "../../src/safety/secret-kinds.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const everyKind = [
  ...(["private-key", "access-key", "secret-key", "session-token", "slack-token", "discord-token"] as const),
  ...(["webhook-url", "token", "card-number", "password", "recovery-code"] as const),
  ...(["one-time-code", "identity-number"] as const),
] satisfies readonly SecretKind[];

const warn = (locale: string, kinds: readonly SecretKind[], place: PlaceKind = "channel") =>
  warnOfSecret(createReplyContext(ourKnowledge, locale), { kinds, place });

function textsOf(block: Block): readonly Text[] {
  if (block.kind === "list") return block.items;
  return block.kind === "paragraph" ? [block.text] : [];
}
const linesOf = (...asked: Parameters<typeof warn>) =>
  warn(...asked).blocks.flatMap((block) => textsOf(block).map(wordsOf));
const linksOf = (...asked: Parameters<typeof warn>) =>
  warn(...asked)
    .blocks.flatMap(textsOf)
    .flatMap((text) => text.flatMap((span) => (span.kind === "link" ? [span.url] : [])));

describe("who posted a secret", () => {
  it("is told what was seen, what to do with the message, and how to revoke it", () => {
    const [seen, place, revoke] = linesOf("en", secretKindsIn("my key is AKIAIOSFODNN7EXAMPLE"));
    expect(seen).toBe("I saw an AWS access key. I haven't stored it.");
    expect(place).toMatch(/^Please delete the message now/);
    expect(revoke).toMatch(/^Access key: in IAM > Users > \(user\) > Security credentials, deactivate it/);
  });

  it("is told so in Vietnamese", () => {
    const [seen, place, revoke] = linesOf("vi", secretKindsIn("mk la trustno1"));
    expect(seen).toBe("Mình thấy một mật khẩu trong đó. Mình không lưu lại.");
    expect(place).toMatch(/^Bạn xoá tin đó ngay nhé/);
    expect(revoke).toMatch(/^Mật khẩu: đổi ở mọi nơi/);
  });

  it("hears of several at once, of a key and its secret as one", () => {
    const kinds = ["access-key", "secret-key", "one-time-code"] as const;
    const [seen, , ...revoke] = linesOf("en", kinds);
    expect(seen).toContain("an AWS access key, an AWS secret access key and a one-time code");
    expect(revoke.map((line) => line.split(":")[0])).toEqual(["Access key", "One-time code"]);
  });

  it.each(["en", "vi"])("is told something else in each kind of place: %s", (locale) => {
    const places = ["private", "aside", "channel"] as const;
    const told = places.map((place) => linesOf(locale, ["password"], place)[1]);
    expect(new Set(told).size).toBe(places.length);
  });

  it.each(["en", "vi"])("gets a way on: %s", (locale) => {
    expect(warn(locale, ["token"]).buttons).toEqual([
      expect.objectContaining({ kind: "press", token: `1.home.-.${locale}` }),
    ]);
  });
});

describe("the page on how to revoke it", () => {
  it.each([
    ["access-key", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-key-self-managed.html"],
    ["secret-key", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-key-self-managed.html"],
    ["session-token", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"],
    ["private-key", "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html"],
    ["slack-token", "https://api.slack.com/methods/auth.revoke"],
    ["discord-token", "https://discord.com/developers/applications"],
  ] as const)("of a %s is the issuer's", (kind, url) => {
    expect(linksOf("en", [kind])).toContain(url);
  });

  it.each(everyKind)("of a %s is the same in both languages", (kind) => {
    expect(linksOf("vi", [kind])).toEqual(linksOf("en", [kind]));
  });
});
