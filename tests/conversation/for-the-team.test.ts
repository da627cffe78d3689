import { describe, expect, it } from "vitest";
import type { Handover } from "../../src/cases/handover.ts";
import { ourResponder } from "../support/our-knowledge.ts";

/** What the team has of a person, and what it wrote last. */
interface Asked {
  readonly entry?: string;
  readonly question?: string;
  readonly wrote: string;
}

const { isOwnQuestion, intents } = ourResponder;

function isForBot(text: string, { entry, question, wrote }: Asked): boolean {
  const handover: Handover = {
    id: "h",
    person: "ana",
    locale: "en",
    address: { adapter: "terminal", data: "" },
    isClosed: false,
    wrote: { text: wrote, at: 0 },
    ...(entry !== undefined && { entry }),
    ...(question !== undefined && { told: { question, tried: [] } }),
  };
  return isOwnQuestion(text, { handover, recognised: intents.recognise(text) });
}

const password = { entry: "forgot-root-password", wrote: "Which mailbox does the reset mail go to?" };
const passwordVi = { entry: "forgot-root-password", wrote: "Bạn xem giúp hộp thư nào nhận thư đặt lại?" };
const phone = { entry: "mfa-lost-or-broken", wrote: "Do you still have the number that AWS calls?" };
const phoneVi = { entry: "mfa-lost-or-broken", wrote: "Số điện thoại AWS gọi đến bạn còn giữ không?" };
const suspended = { entry: "reactivate-suspended-account", wrote: "Is the last invoice paid? Please check." };
const suspendedVi = { entry: "reactivate-suspended-account", wrote: "Hoá đơn gần nhất đã trả chưa bạn?" };
const signUp = { entry: "activation-verification", wrote: "Can you try again with the voice call?" };
const signUpVi = { entry: "activation-verification", wrote: "Bạn thử lại bằng cuộc gọi xem sao nhé" };
const unknown = { wrote: "What exactly does the page say?" };
const lost = { entry: "console-credentials-not-working", wrote: "Did you lose your phone with the MFA app?" };

/** Clearly questions of their own, in the order in which they were thought of. */
const own: readonly (readonly [string, Asked])[] = [
  ["I forgot the root password of another account", password],
  ["by the way, i lost the phone with my authenticator app for aws", password],
  ["how do I reactivate a suspended AWS account?", password],
  ["I lost my MFA device and can't sign in to the AWS console", password],
  ["my iam user password is forgotten, who can reset it", phone],
  ["I never get the verification SMS when I sign up for AWS", password],
  ["where do I find my AWS account id", phone],
  ["how can i find the account alias for the sign-in page", suspended],
  ["another question: the AWS sign-up says my email is already used", suspended],
  ["I also don't have access to the email of the root user any more", phone],
  ["my colleague forgot the password of his IAM user", phone],
  ["one more thing, my aws account got suspended for unpaid bills", signUp],
  ["the AWS access portal says my credentials are not working", phone],
  ["how do I open a support case with AWS if I can't sign in?", password],
  ["i have a charge from aws that i don't recognise, whom do i ask", phone],
  ["my other account: mfa code is rejected when i sign in as root", suspended],
  ["em quên mật khẩu root của một tài khoản khác ạ", passwordVi],
  ["tài khoản aws của em bị tạm ngưng, mở lại thế nào ạ", passwordVi],
  ["mình mất điện thoại có app MFA nên không vào được aws console", passwordVi],
  ["đăng ký aws mà không nhận được sms xác minh", passwordVi],
  ["tìm account id của aws ở đâu vậy", phoneVi],
  ["quên mật khẩu IAM user thì ai đặt lại được", phoneVi],
  ["tiện thể cho hỏi, tài khoản aws bị khoá vì chưa thanh toán thì làm sao", signUpVi],
  ["câu hỏi khác: không vào được email của root user nữa thì làm gì", suspendedVi],
  ["đồng nghiệp mình quên mật khẩu root user", phoneVi],
  ["tạo tài khoản aws thì báo email đã được dùng", phoneVi],
];

/** Answers to the team, more about the same, and what could be either. */
const answers: readonly (readonly [string, Asked])[] = [
  ["yes it's 84 912 345 678", phone],
  ["I tried that, same error", password],
  ["no, that phone is gone", phone],
  ["hr@example.com", password],
  ["it's the shared mailbox of our finance people", password],
  ["the one that ends in 42", phone],
  ["yes, I lost my phone with the MFA app last week", lost],
  ["I lost my phone last week, the MFA app was on it", lost],
  ["still the same, it says the password reset link has expired", password],
  ["I can't get into that mailbox any more", password],
  ["the reset mail never arrives", password],
  ["I forgot the password of the root user, as I told you", password],
  ["paid it yesterday with a new card", suspended],
  ["it says account suspended, contact support", suspended],
  ["the card was declined once, then it worked", suspended],
  ["ok I will ask my manager for the invoice", suspended],
  ["the voice call doesn't come either", signUp],
  ["still no sms, tried three times", signUp],
  ["which link do you mean?", password],
  ["can you do it for me please?", password],
  ["when will you be back?", suspended],
  ["Your authentication information is incorrect. Please try again.", unknown],
  ["it asks for the mfa code and then goes back to the start", unknown],
  ["hello?", password],
  ["and now?", password],
  ["the page says: An error occurred while processing your request", unknown],
  ["2", password],
  ["root", unknown],
  ["dạ hộp thư công ty ạ", passwordVi],
  ["em thử rồi mà vẫn vậy", passwordVi],
  ["số cũ em không dùng nữa", phoneVi],
  ["dạ còn, đuôi 678 ạ", phoneVi],
  ["nó báo link đặt lại mật khẩu hết hạn", passwordVi],
  ["vẫn không nhận được mã qua sms anh ơi", signUpVi],
  ["gọi thoại cũng không được luôn", signUpVi],
  ["em trả hôm qua bằng thẻ mới rồi", suspendedVi],
  ["thẻ bị từ chối một lần rồi sau đó được", suspendedVi],
  ["anh xem giúp em với", passwordVi],
  ["bao giờ thì xong ạ", suspendedVi],
  ["để em hỏi kế toán rồi báo lại", suspendedVi],
  ["em không vào được hộp thư đó nữa", passwordVi],
  ["tài khoản của công ty, chị Lan quản lý", passwordVi],
  ["ý anh là cái link nào", passwordVi],
  ["quên mật khẩu root user như em nói ở trên", passwordVi],
  ["ok", phoneVi],
  ["An unexpected error occurred, your account is suspended", { ...phone, wrote: "What error do you get?" }],
  ["Tài khoản của bạn đã bị tạm ngưng", { ...phoneVi, wrote: "Trang đó báo lỗi gì vậy bạn?" }],
  [
    "I lost my MFA device and can't sign in to the AWS console",
    { wrote: "Sorry to hear that.", question: "my phone is lost, no mfa" },
  ],
];

describe("after the team's words", () => {
  it.each(own)("%s: is a question for the bot", (text, asked) => {
    expect(isForBot(text, asked)).toBe(true);
  });

  it.each(answers)("%s: goes to the team", (text, asked) => {
    expect(isForBot(text, asked)).toBe(false);
  });
});
