import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Action,
  longestTokenOf,
  readToken,
  type Token,
  tokenLimit,
  writeToken,
} from "../../src/answer/token.ts";
import { propertyRuns } from "../support/property-runs.ts";

const actions: readonly Action[] = [
  "show",
  "solved",
  "stuck",
  "other",
  "case",
  "message",
  "message-other",
  "administrator",
  "sent",
  "person",
  "home",
];
const anyAction = fc.constantFrom(...actions);
const locales = ["en", "vi", "pt-BR"];
const anyLocale = fc.constantFrom(...locales);
/** Ids as folders have them, short enough for the longest action. */
const anyId = fc
  .stringMatching(/^[^\s./\\:]+$/u, { maxLength: 75 })
  .filter((id) => id !== "-" && id.length <= 75);

describe("writing a token", () => {
  it("puts version, action, entry and language between dots", () => {
    const token: Token = { action: "show", entry: "forgot-root-password", locale: "vi" };
    expect(writeToken(token)).toBe("1.show.forgot-root-password.vi");
  });

  it("writes a dash where there is no entry", () => {
    expect(writeToken({ action: "home", locale: "en" })).toBe("1.home.-.en");
  });
});

describe("reading a token", () => {
  it.each(actions)("a press on a button for %s that was written long ago is understood", (action) => {
    expect(readToken(`1.${action}.mfa-lost-or-broken.en`)).toEqual({
      action,
      entry: "mfa-lost-or-broken",
      locale: "en",
    });
  });

  it("a token of an entry reads as what was written", () => {
    fc.assert(
      fc.property(anyAction, anyId, anyLocale, (action, entry, locale) => {
        expect(readToken(writeToken({ action, entry, locale }))).toEqual({ action, entry, locale });
      }),
    );
  });

  it("a message in another language says in which", () => {
    const token: Token = { action: "message-other", entry: "manage-account", locale: "en", into: "pt-BR" };
    expect(writeToken(token)).toBe("1.message-other.manage-account.en.pt-BR");
    expect(readToken(writeToken(token))).toEqual(token);
  });

  it("a language that is not known here is read: it may come back", () => {
    expect(readToken("1.show.manage-account.de")).toEqual({
      action: "show",
      entry: "manage-account",
      locale: "de",
    });
  });

  it("a token without an entry reads as what was written", () => {
    fc.assert(
      fc.property(anyAction, anyLocale, (action, locale) => {
        expect(readToken(writeToken({ action, locale }))).toEqual({ action, locale });
      }),
    );
  });

  it.each([
    ["an empty text", ""],
    ["three dots", "..."],
    ["an empty entry", "1.show..en"],
    ["another version", "2.show.manage-account.en"],
    ["a version written another way", "01.show.manage-account.en"],
    ["no version", "show.manage-account.en"],
    ["an unknown action", "1.delete.manage-account.en"],
    ["the name of something every object has", "1.constructor.manage-account.en"],
    ["an action in capitals", "1.SHOW.manage-account.en"],
    ["no code of a language", "1.show.manage-account.english"],
    ["a language in capitals", "1.show.manage-account.EN"],
    ["a language to lead into where nothing leads into one", "1.message.manage-account.en.vi"],
    ["a message in no language", "1.message-other.manage-account.en."],
    ["a part too many of a message", "1.message-other.manage-account.en.vi.more"],
    ["no language", "1.show.manage-account"],
    ["a part too many", "1.show.manage-account.en.more"],
    ["an empty part at the end", "1.show.manage-account.en."],
    ["an empty part at the start", ".1.show.manage-account.en"],
    ["a space before it", " 1.show.manage-account.en"],
    ["a line break after it", "1.show.manage-account.en\n"],
    ["digits of another script", "١.show.manage-account.en"],
    ["a full-width dot", "1．show．manage-account．en"],
    ["an invisible character in the language", "1.show.manage-account.e\u200bn"],
  ])("%s is no token", (_what, raw) => {
    expect(readToken(raw)).toBeUndefined();
  });

  it("a token of 100 characters is read", () => {
    const entry = "x".repeat(90);
    expect(readToken(`1.show.${entry}.en`)).toEqual({ action: "show", entry, locale: "en" });
  });

  it("a token of 101 characters is refused", () => {
    expect(readToken(`1.show.${"x".repeat(91)}.en`)).toBeUndefined();
  });

  it("an id in another script comes back letter for letter", () => {
    expect(readToken("1.show.quên-mật-khẩu-🔑.vi")).toEqual({
      action: "show",
      entry: "quên-mật-khẩu-🔑",
      locale: "vi",
    });
  });

  it("any text is either refused or written back exactly as it came", () => {
    const part = fc.oneof(
      fc.constantFrom("1", "show", "-", "en", "vi", ".", ""),
      fc.string({ unit: "binary" }),
    );
    const looksLikeToken = fc.array(part, { maxLength: 6 }).map((parts) => parts.join("."));
    fc.assert(
      fc.property(fc.oneof(looksLikeToken, fc.string({ unit: "binary" })), (raw) => {
        const token = readToken(raw);
        expect(token === undefined ? raw : writeToken(token)).toBe(raw);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("a token with one character changed is refused, or it is another token", () => {
    const token: Token = { action: "message", entry: "forgot-iam-user-password", locale: "en" };
    const raw = writeToken(token);
    const others = [".", "-", "0", "2", "a", "v", " ", "\n", "é", "\u0000"];
    for (const index of Array.from(raw).keys()) {
      for (const other of others.filter((character) => character !== raw[index])) {
        const changed = raw.slice(0, index) + other + raw.slice(index + 1);
        const read = readToken(changed);
        if (read) expect(writeToken(read)).toBe(changed);
        expect(read).not.toEqual(token);
      }
    }
  });

  it("outside of the entry's id and the language, no single change of a character gives a token", () => {
    const raw = "1.stuck.manage-account.en";
    const outside = Array.from(raw).flatMap((_, index) => (index < 8 || index === 22 ? [index] : []));
    fc.assert(
      fc.property(fc.constantFrom(...outside), fc.string({ minLength: 1, maxLength: 1 }), (index, other) => {
        fc.pre(other !== raw[index]);
        expect(readToken(raw.slice(0, index) + other + raw.slice(index + 1))).toBeUndefined();
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("a token with one character left out of its frame is refused", () => {
    const raw = "1.stuck.manage-account.vi";
    for (const index of [0, 1, 2, 6, 7, 22, 23, 24]) {
      expect(readToken(raw.slice(0, index) + raw.slice(index + 1))).toBeUndefined();
    }
  });
});

describe("the longest token of an entry", () => {
  it("is as long as its longest button, whatever the button does", () => {
    fc.assert(
      fc.property(anyId, (entry) => {
        const lengths = actions.flatMap((action) =>
          locales.map((locale) => writeToken({ action, entry, locale }).length),
        );
        const other = writeToken({ action: "message-other", entry, locale: "pt-BR", into: "en" });
        expect(longestTokenOf(entry, locales)).toBe(Math.max(...lengths, other.length));
      }),
    );
  });

  it("fits, in two languages, for an id of 78 characters and not for one of 79", () => {
    const lengths = [78, 79].map((length) => longestTokenOf("x".repeat(length), ["en", "vi"]));
    expect(lengths).toEqual([tokenLimit, tokenLimit + 1]);
  });
});
