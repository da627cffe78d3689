import { mixed, type PlantedKind, password, plainPassword, spelled, strongPassword, told } from "../kind.ts";

const say = (words: string) => told(`told: ${words.replaceAll("\n", " ⏎ ")}`, words, password);
const both = (words: string) => told(`told: ${words}`, words, password, password);
const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const word = (name: string, words: string) =>
  told(name, words, ({ pick }) => pick(["Sunflower", "Bananasplit", "Liverpool", "Pikachu", "Doraemon"]));

/** Passwords as people tell them. */
export const toldKinds: readonly PlantedKind[] = [
  ...[
    "my password is …",
    "my pass is …",
    "password = …",
    "pass: …",
    "Password:\n…",
    "pw …",
    "the password was …",
  ].map(say),
  ...[
    "mật khẩu của em là …",
    "mat khau la …",
    "mk la …",
    "mk: …",
    "m.k là …",
    "m.k: …",
    "mk em …",
    "pass là …",
  ].map(say),
  ...["i typed …", "I typed … and it said wrong", "i entered … three times", "em gõ … mà nó báo sai"].map(
    say,
  ),
  ...[
    "em gõ … mà không vào được",
    "mình nhập … rồi",
    "e nhap … ma k dc",
    "em điền … vô đó",
    "tui bấm … hoài",
  ].map(say),
  ...["anna@example.com\n…", "anna@example.com:…", "anna@example.com / …", "anna@example.com|…"].map(say),
  ...[
    "anna@example.com | …",
    "email: anna@example.com\n…",
    "anna@example.com : …",
    "login anna@example.com …",
  ].map(say),
  ...[
    "tk anna@example.com mk …",
    "tk/mk: anna/…",
    "tài khoản anna@example.com\nmật khẩu …",
    "user: anna pass: …",
  ].map(say),
  ...[
    "username anna\npassword …",
    "tk: anna, mk: …",
    "acc anna / pass …",
    "admin / …, that is the login",
  ].map(say),
  ...["my password is … or …2", "mk là … hoặc …2", "I tried … and …2", "password is not … but …2"].map(both),
  ...["mật khẩu không phải … mà là …2", "old password … new password …2", "old … new …2 (password)"].map(
    both,
  ),
  ...["mk cũ … mk mới …2", "mk cũ là … mới là …2", "passwords: …, …2", "em thử mk … rồi …2"].map(both),
  ...["I changed my password from … to …2", "đổi mật khẩu từ … sang …2"].map(both),
  told("told: alone in a message", "…", strongPassword),
  told("told: alone between others", "hi\n…\nthanks", strongPassword),
  word("told: a mere word", "my password is …"),
  word("told: a mere word, in Vietnamese", "mật khẩu là …"),
  say("p@ssw0rd is …"),
  say("passsword: …"),
  say("my pwd iz …"),
  say("passwrd … help"),
  say("ROOT PASSWORD IS …"),
  say("pass wifi là …"),
  say("my Vietcombank login: anna / …"),
  spelled("told: in full width", password, "my password is …", wide),
  spelled("told: with characters that can't be seen", plainPassword, "mk là …", (text) =>
    [...text].join("\u200b"),
  ),
  say("pаsswоrd: …"),
  told("told: the answer to a security question", "security question answer: …", ({ pick }) =>
    pick(["Kowalski", "Brindleson", "Thornbury", "Nguyenova", "Fluffykins"]),
  ),
  told("told: a mother's maiden name", "my mother's maiden name is …", ({ pick }) =>
    pick(["Kowalski", "Brindleson", "Thornbury", "Nguyenova", "Fluffykins"]),
  ),
  told("told: câu hỏi bảo mật", "câu trả lời bảo mật là …", ({ pick }) =>
    pick(["Kowalski", "Brindleson", "Thornbury", "Nguyenova", "Fluffykins"]),
  ),
  spelled(
    "a key in two by a line",
    mixed("base64", 40),
    "aws secret access key: …",
    (text) => `${text.slice(0, 19)}\n${text.slice(19)}`,
  ),
  spelled(
    "a key in two by a space",
    mixed("base64", 40),
    "secret key …",
    (text) => `${text.slice(0, 22)} ${text.slice(22)}`,
  ),
  spelled(
    "a token in two by a space",
    (random) => `ghp_${mixed("alphanumeric", 36)(random)}`,
    "…",
    (text) => `${text.slice(0, 13)} ${text.slice(13)}`,
  ),
  spelled(
    "an access key in full width",
    (random) => `AKIA${random.of("ABCDEFGHJKLMNPQRSTUVWXYZ234567", 16)}`,
    "…",
    wide,
  ),
  spelled(
    "an access key with characters that can't be seen",
    (random) => `AKIA${random.of("ABCDEFGHJKLMNPQRSTUVWXYZ234567", 16)}`,
    "…",
    (text) => [...text].join("\u2060"),
  ),
];
