import { describe, expect, it } from "vitest";
import { newState } from "../../src/conversation/state.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

const { intents } = ourResponder;

describe("words about what is kept", () => {
  it.each([
    "forget me",
    "Forget me, please!",
    "please can you delete my data",
    "delete all my data now",
    "what do you know about me?",
    "What data do you have about me",
    "hi, what do you store about me",
    "My data",
    "quên tôi đi",
    "quen em di",
    "xoá dữ liệu của tôi",
    "xóa dữ liệu của mình giúp với ạ",
    "xoa het du lieu cua em di",
    "bạn lưu gì về mình",
    "ban dang luu gi ve minh vay",
    "bạn có lưu thông tin của tôi không",
    "Dữ liệu của tôi",
  ])("are heard: %s", (text) => {
    expect(intents.recognise(text).intent).toEqual({ kind: "kept" });
  });

  it.each([
    "delete my account",
    "i forgot my password",
    "forgot me password",
    "how do i delete my data in s3",
    "delete my aws account and all my data in it",
    "what do you know about mfa",
    "xoá tài khoản của tôi",
    "quên mật khẩu",
    "tôi quên mật khẩu rồi",
    "em quên tài khoản của em rồi",
    "làm sao xoá dữ liệu trong s3",
  ])("are not heard in what is about AWS: %s", (text) => {
    expect(intents.recognise(text).intent?.kind).not.toBe("kept");
  });
});

describe("the front page", () => {
  const hint = ourKnowledge.strings.get("en")?.kept.hint;
  const opened = (place: "private" | "aside") =>
    JSON.stringify(
      ourResponder.converse(newState, {
        id: "e1",
        input: { kind: "open" },
        person: "lan",
        address: { adapter: "terminal", data: "" },
        now: 0,
        addressed: true,
        place,
        locale: "en",
      }).reply,
    );

  it("says in direct messages how to see and delete what is kept, and nowhere else", () => {
    expect(hint).toBeDefined();
    expect(opened("private")).toContain(hint);
    expect(opened("aside")).not.toContain(hint);
  });
});
