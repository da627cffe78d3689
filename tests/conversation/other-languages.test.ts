import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/answer/text.ts";
import { newState } from "../../src/conversation/state.ts";
import { textsOf } from "../../src/knowledge/knowledge.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

const turn = {
  id: "e1",
  address: { adapter: "terminal", data: "" },
  person: "ana",
  now: 0,
  place: "private",
  locale: "en",
} as const;

const ask = (text: string, addressed = true) =>
  ourResponder.converse(newState, {
    ...turn,
    addressed,
    input: { kind: "question", text, hasPicture: false },
  });

describe("words in a language that is not spoken", () => {
  it.each([
    ["olvidé mi contraseña", "es", "inglés o vietnamita"],
    ["perdi mi telefono con mfa", "es", "inglés o vietnamita"],
    ["esqueci minha senha", "pt", "inglês ou vietnamita"],
    ["j'ai oublié mon mot de passe", "fr", "anglais ou vietnamien"],
    ["ich habe mein Passwort vergessen", "de", "Englisch oder Vietnamesisch"],
    ["saya lupa kata sandi", "id", "Inggris atau Vietnam"],
    ["nakalimutan ko ang aking password", "fil", "Ingles o Vietnamese"],
    ["パスワードを忘れました", "ja", "英語またはベトナム語"],
    ["忘记了密码", "zh", "英语或越南语"],
    ["비밀번호를 잊어버렸어요", "ko", "영어 또는 베트남어"],
    ["ลืมรหัสผ่าน", "th", "อังกฤษ หรือ เวียดนาม"],
    ["я забыл пароль", "ru", "английский или вьетнамский"],
    ["मैं अपना पासवर्ड भूल गया", "hi", "अंग्रेज़ी या वियतनामी"],
  ])("%s is answered in %s, with the languages that are", (text, code, languages) => {
    const { reply, state } = ask(text);
    if (reply.kind !== "answer") throw new Error(reply.kind);
    const [first] = reply.answer.blocks;
    expect(first?.kind === "paragraph" && wordsOf(first.text)).toContain(languages);
    expect(state.screen).toEqual({ kind: "foreign", code, entries: [] });
    const labels = reply.answer.buttons.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(["English", "Tiếng Việt"]));
  });

  it("one that nothing is known of gets simple English", () => {
    const { reply, state } = ask("zapomniałem hasła do konta");
    if (reply.kind !== "answer") throw new Error(reply.kind);
    expect(JSON.stringify(reply.answer.blocks)).toContain("I can help in English or Vietnamese.");
    expect(state.screen).toEqual({ kind: "foreign", entries: [] });
  });

  it.each([
    ["hola", "es"],
    ["gracias", "es"],
    ["네", "ko"],
  ])("%s alone is %s, whatever it resembles", (text, code) => {
    expect(ask(text).state.screen).toEqual({ kind: "foreign", code, entries: [] });
  });

  it("one in plain letters that nothing is known of is not taken for Vietnamese", () => {
    const { reply } = ask("nimesahau nenosiri langu la aws tafadhali nisaidie");
    expect(JSON.stringify(reply)).toContain("I don't know this language.");
  });

  it("is left alone where nobody asked the bot", () => {
    expect(ask("olvidé mi contraseña", false).reply.kind).toBe("silence");
  });
});

describe("questions and phrases of our own", () => {
  const questions = ourKnowledge.questions.map(({ text }) => text);
  const phrases = ourKnowledge.entries
    .filter(({ id }) => id !== ourKnowledge.home)
    .flatMap((entry) => textsOf(entry).flatMap(([, text]) => [text.title, ...text.phrases]));
  const all = [...questions, ...phrases];

  it("are never taken for another language", () => {
    expect(all.filter((text) => ourResponder.recogniseForeign(text))).toEqual([]);
  });

  it("are never about the bot, nor anger, but for one of no topic", () => {
    const taken = all.filter((text) => {
      const { intent } = ourResponder.intents.recognise(text);
      return intent?.kind === "about" || intent?.kind === "anger" || intent?.kind === "help";
    });
    expect(taken).toEqual(["Do you speak Portuguese?"]);
  });
});
