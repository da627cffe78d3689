import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringsOf } from "../../src/knowledge/knowledge.ts";
import { createDetectLanguage, learnLanguage } from "../../src/matching/detect-language.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const english = { locale: "en", letters: "", lendsWords: true };
/** With the letters that its file in languages/ has. */
const vietnamese = {
  locale: "vi",
  letters: stringsOf(ourKnowledge, "vi").letters,
  lendsWords: false,
};

const samples = [
  {
    ...english,
    texts: [
      "i forgot my password",
      "i lost my phone and the mfa codes with it",
      "how do i sign in to my account",
      "the reset email never came",
      "why is the page not loading",
      "my admin left the company",
    ],
  },
  {
    ...vietnamese,
    texts: [
      "tôi quên mật khẩu",
      "mất điện thoại rồi nên không có mã mfa",
      "làm sao để đăng nhập vào tài khoản",
      "email đặt lại không đến",
      "sao trang này không tải được",
      "admin của công ty nghỉ việc rồi",
    ],
  },
];
const detect = createDetectLanguage(samples.map(learnLanguage));
const untaught = createDetectLanguage(
  [english, vietnamese].map((language) => learnLanguage({ ...language, texts: [] })),
);

describe("English", () => {
  it.each([
    "i forgot my password",
    "My phone is lost.",
    "HOW DO I SIGN IN",
    "I can’t sign in to the account",
    "the mfa page is not loading",
  ])("%s", (text) => {
    expect(detect(text)).toBe("en");
  });
});

describe("Vietnamese", () => {
  it.each([
    "tôi quên mật khẩu",
    "Mất điện thoại rồi.",
    "SAO KHÔNG ĐĂNG NHẬP ĐƯỢC",
    "toi quen mat khau",
    "mat dien thoai roi",
    "khong dang nhap duoc",
    "ko nhận được email",
    "quên password của account root",
    "m\u00e2\u0323t kh\u00e2\u0309u",
  ])("%s", (text) => {
    expect(detect(text)).toBe("vi");
  });

  it("is told by its accents where no phrase has the words", () => {
    expect(detect("cửa sổ bị vỡ")).toBe("vi");
  });
});

describe("no language", () => {
  it.each([
    ["nothing", ""],
    ["a word of both", "mfa"],
    ["another word of both", "email admin"],
    ["a number", "2"],
    ["an account id", "123456789012"],
    ["an emoji", "🙏🙏🙏"],
    ["a face", ":-)"],
    ["a short word nobody uses", "xyz"],
    ["names nobody uses", "Cognito Lambda Kubernetes Terraform"],
    ["many unknown words with English pieces", "forgetting passwords resetting phones signer leaving"],
    ["Japanese", "パスワードを忘れました"],
    ["Russian", "я забыл пароль от аккаунта"],
    ["Arabic", "نسيت كلمة المرور"],
    ["Greek", "ξέχασα τον κωδικό μου"],
    ["a single letter with a hat", "forêt"],
  ])("%s", (_what, text) => {
    expect(detect(text)).toBeUndefined();
  });

  it("without anything to learn from plain letters tell nothing", () => {
    expect(untaught("i forgot my password")).toBeUndefined();
  });
});

it("without anything to learn from accents still tell Vietnamese", () => {
  expect(untaught("quên mật khẩu")).toBe("vi");
});

it("the beginning of a long text decides", () => {
  const start = "i forgot my password and the reset email never came. ".repeat(120);
  expect(detect(`${start}${"tôi quên mật khẩu rồi. ".repeat(500)}`)).toBe("en");
});

it("accents typed as marks of their own say the same", () => {
  const word = fc.constantFrom("tôi", "quên", "mật", "khẩu", "the", "password", "đăng", "mfa", "2");
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join(" ");
      expect(detect(text.normalize("NFD"))).toBe(detect(text));
    }),
  );
});

it("any text is English, Vietnamese or neither", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(["en", "vi", undefined]).toContain(detect(text));
    }),
  );
});
