import { describe, expect, it } from "vitest";
import { lastLocale } from "../../src/answer/locale.ts";
import { newState } from "../../src/conversation/state.ts";
import { wouldSpeak } from "../../src/conversation/would-speak.ts";
import { ourResponder } from "../support/our-knowledge.ts";

/** What people write to each other where they work, in a channel that is also for help. */
const officeLines = [
  "who has the wifi password?",
  "anyone else seeing slow builds today?",
  "trưa nay ăn gì mn",
  "does anyone have a charger?",
  "điện thoại em hết pin",
  "my phone is dead, call me on slack",
  "the build is red again",
  "what's the code for the meeting room?",
  "ai giữ chìa khoá phòng họp",
  "How do I choose between SQS and EventBridge?",
  "the printer on the second floor asks for a code, anyone know it?",
  "i lost my badge, who do i ask for a new one?",
  "my laptop locked me out after the update",
  "can't log in to Jira, is it down?",
  "my GitHub account got suspended, what now?",
  "reset my password for the HR portal please",
  "the invoice for the team lunch is wrong",
  "my card was declined at the canteen lol",
  "staging returns 403 since the deploy",
  "does anybody know why the lambda times out?",
  "how do I mount EFS on two EC2 instances?",
  "https://aws.amazon.com/blogs/aws/ new launches this week",
  "Teams keeps asking me for the code from the authenticator",
  "I'm out tomorrow, phone is off, text Minh instead",
  "my account manager moved to another team",
  "please don't share the root cause slides yet",
  "ai có mã giảm giá Grab không",
  "quên mang thẻ ra vào rồi, ai mở cửa giúp với",
  "mật khẩu máy in là gì vậy ạ",
  "tài khoản ngân hàng của mình đổi rồi nhé kế toán",
  "điện thoại mình mới mất, có gì nhắn qua slack nha",
  "không vào được Zalo luôn ý",
  "chị ơi cho em xin hoá đơn tháng này",
  "AWS training tomorrow at 10, bring your laptop",
  "the AWS bill review is at 3pm",
  "our AWS account rep is visiting on Friday",
  "is us-east-1 down again? AWS status page is green",
  "ai có chứng chỉ AWS rồi ạ?",
  "mai học AWS lúc 9h nhé cả nhà",
  "I passed the AWS exam!!",
  "we move from Azure to AWS next quarter",
  "does the AWS console have a dark mode?",
  "AWS summit tickets, who wants one?",
  "AWS re:Invent keynote is on, link in the channel",
  "which AWS region should we use for the new service?",
  "root user MFA rotated, all good",
  "AWS sent us credits, nice",
  "reminder: never share your AWS root password",
  "hoá đơn AWS tháng này chị Lan duyệt rồi",
  "em vừa tạo IAM user cho bạn mới rồi nhé",
];

/** Troubles that name AWS, as people write them to everybody. */
const troubles = [
  "I can't sign in to the AWS console, it says my authentication information is incorrect",
  "I forgot the root user password of our AWS account",
  "I lost the phone with the MFA app of my AWS root user",
  "my AWS account is suspended because of an unpaid bill, how do I reactivate it?",
  "the IAM user is asked for an MFA code and the device is gone",
  "mình quên mật khẩu root của tài khoản AWS",
  "mất điện thoại rồi nên không có mã MFA để đăng nhập AWS",
  "tài khoản AWS của mình bị tạm khoá vì chưa trả tiền",
  "AWS không gửi mã xác minh về điện thoại khi đăng ký tài khoản",
  "where do I find the 12 digit account ID to sign in to AWS?",
];

describe.each(["questions", "all"] as const)("in a channel of the mode %s the bot", (mode) => {
  it.each(officeLines)("keeps quiet about: %s", (line) => {
    expect(wouldSpeak(ourResponder, line, mode)).toBe(false);
  });

  it.each(troubles)("speaks to: %s", (trouble) => {
    expect(wouldSpeak(ourResponder, trouble, mode)).toBe(true);
  });
});

it("in a channel of the mode mentions the bot keeps quiet about everything", () => {
  const spokenTo = [...officeLines, ...troubles].filter((text) => wouldSpeak(ourResponder, text, "mentions"));
  expect(spokenTo).toEqual([]);
});

it("in a channel of the mode all the bot offers three topics at most", () => {
  const offered = (addressed: boolean) => {
    const turn = {
      ...anyTurn,
      input: {
        kind: "question" as const,
        text: "my yubikey is not recognised by chrome when i sign in to aws",
        hasPicture: false,
      },
    };
    const { facts } = ourResponder.converse(newState, { ...turn, addressed, mode: "all" });
    return facts.flatMap((fact) => (fact.kind === "suggested" ? fact.entries : []));
  };
  expect(offered(true).length).toBeGreaterThan(3);
  expect(offered(false)).toEqual(offered(true).slice(0, 3));
});

const anyTurn = {
  id: "e1",
  person: "lan",
  address: { adapter: "terminal", data: "" },
  now: 0,
  place: "channel",
  locale: lastLocale,
} as const;
