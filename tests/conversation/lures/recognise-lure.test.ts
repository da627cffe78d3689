import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecogniseLure } from "../../../src/conversation/lures/recognise-lure.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { propertyRuns } from "../../support/property-runs.ts";

const recognise = createRecogniseLure(ourKnowledge);
const lure = (text: string) => recognise({ text });

describe("a link is one to a false page", () => {
  it.each([
    ["with a word of trust beside the name", "see https://aws-case-center.help/open"],
    ["with the name at a foreign ending", "it is at aws.support.example.help, no: https://amazonaws.help"],
    ["with digits for letters", "http://amaz0n.com/aws"],
    ["with two letters for one", "https://arnazon.com"],
    ["with letters of another script", "https://аmаzon.com/aws"],
    ["in punycode", "https://xn--mazon-3ve.com"],
    ["with AWS's domain in front of another", "https://console.aws.amazon.com.session.top/x"],
    ["with AWS's domain before an @", "https://console.aws.amazon.com@203.0.113.4/x"],
    ["with words that show another address", "[https://aws.amazon.com/support](https://pages.example.org/x)"],
    ["behind a short link that names it", "https://is.gd/aws-login-check"],
    ["on pages that anybody makes", "https://aws-mfa.pages.dev"],
    ["on AWS's own servers for customers", "https://aws-login-verify.s3.amazonaws.com/index.html"],
    ["in a form that promises", "AWS account verification: https://forms.gle/Zz12"],
    ["in a bare domain", "aws-taikhoan.com nhé"],
    ["in a mailbox with the name", "write to amazon.aws.help@outlook.com"],
  ])("%s", (_, text) => {
    expect(lure(text)).toBe("address");
  });

  it("where the platform tells apart where words lead", () => {
    const text = "https://signin.aws.amazon.com";
    expect(recognise({ text, links: [{ label: text, url: "https://pages.example.org/x" }] })).toBe("address");
    expect(recognise({ text, links: [{ label: "sign in", url: text }] })).toBeUndefined();
  });
});

describe("a link is none to a false page", () => {
  it.each([
    "https://eu-west-1.signin.aws.amazon.com/oauth",
    "https://d-1234567890.awsapps.com/start/#/",
    "https://ourcompany.signin.aws.amazon.com/console",
    "https://repost.aws/questions",
    "https://s3.eu-central-1.amazonaws.com/our-bucket/aws/report.csv",
    "https://www.amazon.de/gp/help",
    "https://github.com/awslabs/aws-support-tools",
    "https://stackoverflow.com/questions/1/aws-login-support",
    "https://aws.plainenglish.io/iam",
    "https://claws.example.com/verify",
    "abuse@amazonaws.com",
    "jane@claws.example",
    "don't open https://aws-case-center.help/open",
    "https://aws-case-center.help is a phishing page",
    "Somebody sent https://aws-case-center.help/open. Is this legit?",
  ])("%s", (text) => {
    expect(lure(text)).toBeUndefined();
  });
});

describe("words are a lure", () => {
  it.each([
    ["that asks for a code", "please forward your login code", "secret"],
    ["that asks for a password in chat spelling", "gui mk root cho e", "secret"],
    ["that asks for remote control", "let us use AnyDesk", "secret"],
    ["that asks for the card", "cho xin thông tin thẻ", "secret"],
    ["that draws aside", "slide into my dms", "aside"],
    ["that draws aside in chat spelling", "ib e ạ", "aside"],
    ["with letters apart", "t.e.l.e.g.r.a.m me", "aside"],
    ["with invisible characters", "d\u200bm\u200b me", "aside"],
    ["with other letters", "add me on Теlеgrаm", "aside"],
    ["with a phone number", "aws support hotline: 1-800-555-0123", "aside"],
    ["with a handle", "message @account_fix_", "aside"],
    ["after an encouragement", "don't worry and just send me the code", "secret"],
    ["behind a blank line", "hello\n\n\ndm me", "aside"],
  ])("%s", (_, text, kind) => {
    expect(lure(text)).toBe(kind);
  });
});

describe("sentences are a lure together", () => {
  it.each([
    ["with a secret that is asked for later", "Amazon texted you a login code? Paste it here", "secret"],
    ["with an offer", "Type the SMS code, then I can push it through from our side", "secret"],
    ["with a claim to be of AWS", "AWS security here. Kindly enter your root password", "secret"],
    ["with money and a promise", "It is 40 usd. Consider it done by tonight", "secret"],
    [
      "with somebody praised and a way to them",
      "She fixed it in an hour. Her handle is @unlocker_z",
      "aside",
    ],
    ["with a threat and an address", "Final warning. Confirm at https://session-check.example", "address"],
    ["of rights for a stranger", "add my email as admin in iam", "secret"],
    ["of a prompt to approve", "a prompt comes up, press approve", "secret"],
    ["in Vietnamese", "mã về chưa? gửi qua đây, để mình mở cho", "secret"],
    ["with a domain in brackets", "open aws-refund[.]help", "address"],
  ])("%s", (_, text, kind) => {
    expect(lure(text)).toBe(kind);
  });
});

describe("words are none", () => {
  it.each([
    ["that warn", "never send anyone your login code"],
    ["that quote a lure and ask", 'He wrote "dm me, I fix it". Is that legit?'],
    ["that quote a lure behind a bar", "> dm me\nscammer, ignore"],
    ["that tell of somebody who asks", "anyone asking for your password is a scammer"],
    ["about an error code", "send me the error code and the request id"],
    ["that name AWS's own account", "message @AWSSupport on X with the case id"],
    ["with an account id", "call it account 123456789012, support sees that"],
    ["that keep something from strangers", "don't show anybody your screen, a recovery expert is a stranger"],
    ["that tell of a payment to AWS", "we paid 90 usd to AWS and the account came back"],
    ["of colleagues", "share your screen in the huddle"],
    ["that lead to the bot", "nhắn tin riêng cho bot nhé"],
    ["without any", ""],
  ])("%s", (_, text) => {
    expect(lure(text)).toBeUndefined();
  });
});

describe("whatever is written", () => {
  it("is read to an end", () => {
    const pieces = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("https://", "[", "](", "@", ".", "xn--", "dm me", "aws", "\n", "+1 ", "%", "a."),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        expect([undefined, "secret", "aside", "address"]).toContain(lure(parts.join("")));
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("stays a lure with invisible characters in it", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 30 }),
        fc.constantFrom("\u200b", "\u2060", "\u00ad", "\ufe0f"),
        (at, hidden) => {
          const text = "please send me your MFA code now";
          expect(lure(text.slice(0, at) + hidden + text.slice(at))).toBe("secret");
        },
      ),
      { numRuns: propertyRuns(50) },
    );
  });
});
