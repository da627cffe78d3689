import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, toWords } from "../../src/lib/normalise.ts";

const anyText = fc.string({ unit: "binary", maxLength: 200 });

describe("folding", () => {
  it.each([
    ["capitals become small", "AWS Sign-In", "aws sign-in"],
    ["Vietnamese loses its accents", "Đăng nhập bị lỗi", "dang nhap bi loi"],
    ["accents typed as marks of their own are lost too", "m\u00e2\u0323t kh\u00e2\u0309u", "mat khau"],
    ["a horned letter becomes its plain one", "Ơ ơ Ư ư", "o o u u"],
    ["every kind of apostrophe goes", "can't can’t can‘t canʼt can`t", "cant cant cant cant cant"],
    ["invisible characters go", "pass\u200bword\u00ad \ufeffreset\u202e", "password reset"],
    ["full-width letters and digits become plain", "ＭＦＡ １２３", "mfa 123"],
    ["a ligature becomes its letters", "veriﬁed", "verified"],
    ["stacked marks are lost", "z\u0300\u0301\u0302\u0303a\u0489l\u0337g\u0334o", "zalgo"],
    ["other scripts stay", "Пароль 密码", "пароль 密码"],
    ["nothing stays nothing", "", ""],
  ])("%s", (_fact, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("half of a surrogate pair is replaced and not passed on", () => {
    expect(fold("a\ud83dz")).toBe("a\ufffdz");
  });

  it("a folded text stays as it is when it is folded again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("capitals make no difference to Vietnamese", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyấầẩẫậ ") });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});

describe("the words of a text", () => {
  it.each([
    ["nothing has no words", "", []],
    ["punctuation and emoji are no words", "?! -- 🔑 … #", []],
    [
      "words are split at anything that is no letter or digit",
      "sign-in/e-mail,AWS",
      ["sign", "in", "e", "mail", "aws"],
    ],
    ["an apostrophe does not split a word", "it's lost", ["its", "lost"]],
    ["short numbers stay as they are", "error 403 and 1234", ["error", "403", "and", "1234"]],
    ["numbers of five digits and more are all the same", "12345 111122223333", ["#", "#"]],
    ["letters and digits stay one word", "ec2 a123456", ["ec2", "a123456"]],
    ["words of other scripts are words", "密码 пароль", ["密码", "пароль"]],
    ["a word of 40 letters stays whole", "x".repeat(40), ["x".repeat(40)]],
    ["a longer word is cut at 40 letters", "x".repeat(41), ["x".repeat(40)]],
  ])("%s", (_fact, text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  it("with and without accents they are the same", () => {
    expect(toWords("Tôi quên mật khẩu của tài khoản gốc!")).toEqual(
      toWords("toi quen mat khau cua tai khoan goc"),
    );
  });

  it("of any text they are letters and digits, or # for a long number", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of toWords(text))
          expect(word.toWellFormed()).toMatch(/^(?:#|[\p{L}\p{N}]{1,40}\ufffd?)$/u);
      }),
    );
  });

  it("the words of a text's words are those words", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abđê 12-'.") });
    fc.assert(
      fc.property(letters, (text) => {
        const words = toWords(text).filter((word) => word !== "#");
        expect(toWords(words.join(" "))).toEqual(words);
      }),
    );
  });
});
