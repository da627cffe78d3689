import { expect, it } from "vitest";
import { createHear } from "../../src/conversation/hear-answers.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const hear = createHear(ourKnowledge.asks);

it.each([
  ["my IAM user's mfa codes are refused", "iam"],
  ["tài khoản IAM của em không đăng nhập được", "iam"],
  ["root user asks for mfa", "root"],
  ["tai khoan goc doi ma mfa", "root"],
  ["our access portal wants a code", "portal"],
  ["vào awsapps bị lỗi", "portal"],
])("%s tells the kind of user", (text, kind) => {
  expect(hear(text)).toEqual({ "kind-of-user": kind });
});

it.each(["iam locked out of my account", "the root user deleted my iam user", "mfa codes are refused"])(
  "%s tells nothing",
  (text) => {
    expect(hear(text)).toEqual({});
  },
);
