import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIntentRecogniser } from "../../src/conversation/recognise-intent.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const hear = createIntentRecogniser(ourKnowledge.strings);

describe("a short message about the conversation", () => {
  it.each([
    ["yes, solved, thanks", "solved"],
    ["it works now!!", "solved"],
    ["được rồi ạ, cảm ơn ad nhiều", "solved"],
    ["vao dc roi", "solved"],
    ["still not working", "stuck"],
    ["thanks but still not working", "stuck"],
    ["nope", "stuck"],
    ["vẫn không được", "stuck"],
    ["van ko dc ad oi", "stuck"],
    ["chưa được ạ", "stuck"],
    ["thank you so much", "thanks"],
    ["ok", "ok"],
    ["ok thanks", "thanks"],
    ["help", "help"],
    ["giúp mình với", "help"],
    ["no, not now", "later"],
    ["cảm ơn bạn nhiều", "thanks"],
    ["hi all", "greeting"],
    ["Chào cả nhà", "greeting"],
    ["that's not it", "notMeant"],
    ["không phải ý tôi", "notMeant"],
    ["can i talk to a human", "person"],
    ["gặp người thật", "person"],
    ["I just want to talk to a human please", "person"],
    ["can i speak to someone from your team?", "person"],
    ["i'd rather speak with a person", "person"],
    ["live agent please", "person"],
    ["cho mình nói chuyện với người thật nhé", "person"],
    ["mình muốn gặp nhân viên hỗ trợ", "person"],
    ["em chỉ muốn nói chuyện với người", "person"],
    ["who else can i talk to", "person"],
    ["I want to speak to your manager!", "person"],
    ["không có ai à", "person"],
    ["so you are human or what", "about"],
    ["whose bot are you exactly?", "about"],
    ["can u just unlock it for me", "about"],
    ["của công ty nào vậy", "about"],
    ["you piece of garbage", "anger"],
    ["ARE YOU EVEN LISTENING", "anger"],
    ["I don't get it", "confused"],
    ["too complicated", "confused"],
    ["khó hiểu quá", "confused"],
    ["any news?", "news"],
    ["có tin gì chưa", "news"],
    ["sorry for that", "ok"],
    ["xin lỗi nha", "ok"],
    ["thx bye", "later"],
    ["tạm biệt", "later"],
    ["không làm được gì hết trơn", "stuck"],
    ["continue", "yes"],
    ["tiếp đi", "yes"],
  ])("%s is %s", (text, turn) => {
    expect(hear.recognise(text).intent).toEqual({ kind: turn });
  });

  it.each([
    "someone is using my aws account",
    "somebody from my team deleted the mfa of the root user",
    "người khác đang dùng tài khoản aws của mình",
    "can the support team reset my password",
  ])("%s asks for nobody", (text) => {
    expect(hear.recognise(text).intent).toBeUndefined();
  });

  it.each([
    ["English please", "en"],
    ["nói tiếng Anh", "en"],
    ["tiếng Việt", "vi"],
    ["not Vietnamese, English please", undefined],
    ["can we speak Vietnamese and English", "en"],
  ])("%s asks for the language %s", (text, locale) => {
    expect(hear.recognise(text).intent).toEqual(locale && { kind: "language", locale });
  });

  it.each([
    "it works on my phone but the console asks for mfa",
    "hello, i forgot my root password",
    "no sms comes when i sign up",
    "thanks for nothing, my account is suspended",
    "không nhận được mã xác minh",
    "english invoice for our account",
    "mfa",
    "",
    "???",
  ])("%s is a question and nothing else", (text) => {
    expect(hear.recognise(text).intent).toBeUndefined();
  });

  it.each([
    ["nope, call doesn't come either", true],
    ["still not working, the code is refused by the page", true],
    ["không, nó vẫn hỏi mã", true],
    ["i already did that, the email doesn't come", true],
    ["the code is refused", false],
    ["my root mfa device is not working", false],
    ["i am stuck at the sign-up page", true],
    ["i have no phone", false],
  ])("whether %s says that it did not help: %s", (text, negative) => {
    expect(hear.recognise(text).isNegative).toBe(negative);
  });

  it("is one of those or a question, whatever is typed", () => {
    const turns = [undefined, "solved", "stuck", "thanks", "greeting", "notMeant", "language", "person"];
    const any = [
      ...turns,
      "yes",
      "unsure",
      "ok",
      "later",
      "about",
      "anger",
      "kept",
      "help",
      "confused",
      "news",
    ];
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => any.includes(hear.recognise(text).intent?.kind)),
    );
  });
});

it.each([
  ["my reset mail never comes you dumb thing", "my reset mail never comes"],
  ["fuck this, i lost my phone", "i lost my phone"],
  ["my account is suspended", "my account is suspended"],
])("%s is read as: %s", (text, calm) => {
  expect(hear.withoutAnger(text)).toBe(calm);
});

describe("a number", () => {
  it.each([
    ["2", 2],
    [" 2. ", 2],
    ["#3", 3],
    ["(4)", 4],
    ["12", 12],
    ["the second one", 2],
    ["cái thứ hai ạ", 2],
    ["fourth please", 4],
    ["option 2", 2],
    ["the number 3, please", 3],
    ["the last one", -1],
    ["cái cuối cùng nhé", -1],
  ])("%s stands for an option", (text, number) => {
    expect(hear.optionNumber(text)).toBe(number);
  });

  it.each(["123456", "2 phones", "two", "one second", "the one", "-1", "", "1.5"])("%s does not", (text) => {
    expect(hear.optionNumber(text)).toBeUndefined();
  });
});
