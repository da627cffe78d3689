import { describe, expect, it } from "vitest";
import type { SecretKind } from "../../src/safety/detection.ts";
import { findSecrets } from "../../src/safety/find-secrets.ts";
import { mask } from "../../src/safety/mask.ts";
import { secretKindsIn } from "../../src/safety/secret-kinds.ts";

// Values that only look real. Those of a platform's own form are put together here, so that no scanner of
// repositories takes them for leaked ones.
const accessKey = "AKIAIOSFODNN7EXAMPLE";
const secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const sessionToken = `IQoJb3JpZ2luX2VjE${"Ab3/x9Kq+Lm2".repeat(20)}==`;
const slackToken = (kind: string) => `${kind}-2345678901-2345678901234-${"aB3dE5fG7hJ9kL1mN2pQ4rS6"}`;
const discordId = "MTIzNDU2Nzg5MDEyMzQ1Njc4";
const oldDiscordToken = `${discordId}.X-hvzA.${"Ovy4MCQywSkoMRRclStW4xAYK7I"}`;
const newDiscordToken = `${discordId}OQ.GabcdE.${"aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4bC"}`;
const slackHook = `https://hooks.slack.com/${"services/T00000000/B00000000/aB3dE5fG7hJ9kL1mN2pQ4rS6"}`;
const discordHook = `https://discord.com/api/${"webhooks/123456789012345678/aB3dE5fG7hJ9-L1mN2pQ4rS6_tU8vW0"}`;
const jwt =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";
const keyBody =
  "MIIEpAIBAAKCAQEA7bq3Xk9dF2mZp0Lw8sR4tUvYhGjKlMnBvCxZaSdFgHjKlQwE\nrTyUiOpAsDfGhJkLzXcVbNm1234567890+/QwErTyUiOpAsDfGhJkLzXcVbNm12==";
const hex = "8f742231b10e8888abcd99badc0ffee5";
const zeroWidth = (text: string) => [...text].join("\u200b");
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

interface Form {
  readonly text: string;
  /** What must be gone from the masked text. */
  readonly secret: string;
}
const form = (text: string, secret = text): Form => ({ text, secret });
const within = (secret: string, ...texts: readonly string[]): readonly Form[] =>
  texts.map((text) => form(text.replace("…", secret), secret));

const forms: Readonly<Record<SecretKind, readonly Form[]>> = {
  "access-key": [
    ...within(accessKey, "…", "key:…", "my key is *…*, help", "`…`", "id=…&x", "(…)", "keyid…", "_…_", "<…>"),
    ...within(accessKey, "access key id: …", "tôi lỡ dán … lên đây", "AWS_ACCESS_KEY_ID=…\n", "“…”"),
    ...["ASIA", "ABIA", "ACCA"].flatMap((prefix) => within(`${prefix}IOSFODNN7EXAMPLE`, "it is … .")),
    form(zeroWidth(accessKey)),
    form(fullWidth(accessKey)),
    form(accessKey.toLowerCase()),
  ],
  "secret-key": [
    ...within(secretKey, "…", "aws_secret_access_key = …", "aws_secret_access_key=…", "my secret is …"),
    ...within(secretKey, 'AWS_SECRET_ACCESS_KEY="…"', '"SecretAccessKey": "…",', "*Secret key*: `…`"),
    ...within(
      secretKey,
      `${accessKey}:…`,
      `${accessKey}/…`,
      `${accessKey},…`,
      `${accessKey} …`,
      `${accessKey}…`,
    ),
    ...within(
      secretKey,
      "secret access key\n…",
      "khoá bí mật là …",
      "secret key la …",
      "here: …, does it work?",
    ),
    form(`secret key: ${zeroWidth(secretKey)}`, zeroWidth(secretKey)),
    ...within("Yw9Kq7bQ2mZp0Lw8sR4tUvYhGjKlMn", "aws_secret_access_key = …"),
  ],
  "session-token": [
    ...within(
      sessionToken,
      "…",
      "aws_session_token = …",
      "AWS_SESSION_TOKEN=…",
      '"SessionToken": "…"',
      "x ….",
    ),
    ...within(sessionToken.slice(0, 60), "session …", "…"),
    ...within(sessionToken.replace(/.{76}/g, "$&\n"), "token:\n…"),
    ...within("a1B2c3D4e5F6g7H8i9J0k1L2", "aws_session_token=…", "session token: …"),
  ],
  "slack-token": [
    ...["xoxb", "xoxp", "xoxa", "xoxr", "xoxs", "xoxe", "xoxc", "XOXB"].flatMap((kind) =>
      within(slackToken(kind), "…", "bot token: `…`", "(…)"),
    ),
    ...within(`xoxe.${slackToken("xoxp")}`, "…"),
    ...within(`xapp-1-A0123456789-2345678901234-${hex}`, "app token …"),
    ...within(
      hex,
      "SLACK_SIGNING_SECRET=…",
      "signing secret: …",
      "Slack signing secret is …",
      "signing secret …",
    ),
    form(zeroWidth(slackToken("xoxb"))),
    ...within(slackToken("xoxb"), '{"text":"my token:\\n…\\nhelp"}'),
  ],
  "discord-token": [
    ...within(oldDiscordToken, "…", "token: …", "DISCORD_TOKEN=…", "client.login('…')", "Bot …"),
    ...within(newDiscordToken, "…", "token của bot là …", "**…**"),
    ...within(`mfa.${"aB3dE5fG7hJ9kL1mN2pQ4rS6tU8v".repeat(3)}`, "…"),
  ],
  "webhook-url": [
    ...within(slackHook, "…", "<…>", "curl -X POST …", "…|link"),
    ...within(slackHook.replace("https://", ""), "… is the hook"),
    ...within(slackHook.replace("services", "commands"), "…"),
    ...within(discordHook, "…", "`…`", "(…)"),
    ...within(discordHook.replace("discord.com/api", "canary.discordapp.com/api/v10"), "…"),
  ],
  token: [
    ...within(jwt, "…", "Bearer …", "id_token=…&x=1", "`…`", "token là …"),
    ...within(jwt.slice(0, 70), "…"),
    ...within(`ghp_${"aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4"}`, "…", "git clone https://…@github.com/a/b"),
    ...within(`github_pat_${"11ABCDEFG0aB3dE5fG7hJ9_kL1mN2pQ4rS6tU8vW0xY2zA4"}`, "…"),
    ...within(`glpat-${"aB3dE5fG7hJ9kL1mN2pQ"}`, "…"),
    ...within(`AIza${"SyaB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2"}`, "…", "key=…"),
    ...within(`sk_live_${"aB3dE5fG7hJ9kL1mN2pQ4rS6"}`, "…", "stripe: …"),
    ...within(`sk-${"proj-aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY"}`, "…", "OPENAI_API_KEY=…"),
    ...within(`npm_${"aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4"}`, "…"),
    ...within(`SG.${"aB3dE5fG7hJ9kL1mN2pQ4r"}.${"aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4bC6dE8f"}`, "…"),
    ...within(`1234567890:${"AAaB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2"}`, "telegram …"),
    ...within(
      "aB3dE5fG7hJ9kL1mN2pQ",
      "api key: …",
      "client_secret=…",
      "access_token=…",
      "Authorization: Basic …",
    ),
    ...within("aB3dE5fG7hJ9kL1mN2pQ", "API key của em là …", "refresh token is …", "the token is: “…”"),
  ],
  "private-key": [
    ...["RSA ", "EC ", "OPENSSH ", "ENCRYPTED ", ""].map((name) =>
      form(`-----BEGIN ${name}PRIVATE KEY-----\n${keyBody}\n-----END ${name}PRIVATE KEY-----`, keyBody),
    ),
    ...within(keyBody, "-----BEGIN RSA PRIVATE KEY-----\n…", "…\n-----END RSA PRIVATE KEY-----"),
    ...within(keyBody, "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n…\n-----END PGP PRIVATE KEY BLOCK-----"),
    ...within(
      keyBody.replaceAll("\n", " "),
      "my pem: -----BEGIN RSA PRIVATE KEY----- … -----END RSA PRIVATE KEY-----",
    ),
    ...within(
      keyBody.replaceAll("\n", "\\n"),
      '"-----BEGIN PRIVATE KEY-----\\n…\\n-----END PRIVATE KEY-----\\n"',
    ),
    ...within(keyBody, "—--BEGIN RSA PRIVATE KEY—--\n…\n—--END RSA PRIVATE KEY—--"),
    ...within(keyBody, "> -----BEGIN RSA PRIVATE KEY-----\n> …"),
    ...within(keyBody, "Private-Lines: 2\n…\nPrivate-MAC: 12"),
    ...within(keyBody, "…", "nội dung file pem của em:\n…"),
  ],
  "card-number": [
    ...within("4111 1111 1111 1111", "…", "thẻ của em …", "card:…,", "(…)", "visa *…* exp 12/27"),
    ...[
      "4111-1111-1111-1111",
      "4111111111111111",
      "4111.1111.1111.1111",
      "4111 - 1111 - 1111 - 1111",
    ].flatMap((card) => within(card, "my card … is refused")),
    ...["4111  1111  1111  1111", "4111\u00a01111\u00a01111\u00a01111", "4111–1111–1111–1111"].flatMap(
      (card) => within(card, "card … refused"),
    ),
    ...within("3782 822463 10005", "amex …"),
    ...within("5555 5555 5555 4444", "mastercard …"),
    ...within("9704 0000 0000 0018", "thẻ napas …"),
    form(zeroWidth("4111111111111111")),
    form(fullWidth("4111111111111111")),
  ],
  password: [
    ...within(
      "hunter2",
      "my password is …",
      "password: …",
      "Password = …",
      "pw: …",
      "p/w: …",
      "pwd=…",
      "pass: …",
    ),
    ...within(
      "hunter2",
      "password is: …",
      "password:…",
      "password :…",
      "pass word: …",
      "passwd: …",
      "PASSWORD IS …",
    ),
    ...within(
      "hunter2",
      "password -> …",
      "password => …",
      "password is *…*",
      "**Password:** …",
      "*password*: …",
    ),
    ...within(
      "hunter2",
      "my password is\n…",
      "password:\n\n…",
      "password is “…”",
      "password is '…'.",
      "`password` = `…`",
    ),
    ...within("hunter2", '{"password":"…"}', "'password' => '…'", "<password>…</password>", "--password=…"),
    ...within("hunter2", "my pass\u200bword is …", "pasword: …", "passwrod: …", "psw: …", "DB_PASSWORD=…"),
    ...within("hunter2", "user anna, password …!", "login: anna pw: …", "my password's …"),
    ...within("hunter22", "password …", "Password\n…", "user anna / pass …", "mk …", "mật khẩu …"),
    ...within(
      "hunter22",
      "… is my password",
      "I use … as my password",
      "… là mật khẩu của em",
      "… la mk cua em",
    ),
    ...within("hunter22!", "I changed my password to …", "em đổi mk thành …", "doi mat khau sang … roi"),
    ...within(
      "hunter22",
      "my root password for the aws console of our company is …",
      "the password I always use is …",
    ),
    ...within(
      "Sunshine",
      "my password is …",
      "my password is … and it fails",
      "password: …",
      "mật khẩu là …",
    ),
    ...within(
      "trustno1",
      "mật khẩu của mình là …",
      "mat khau cua minh la …",
      "mk la …",
      "mk: …",
      "pass la …",
    ),
    ...within(
      "trustno1",
      "pass là …",
      "mk em là …",
      "mk của em đặt là …",
      "mk cũ là …",
      "mk e la …",
      "mk là:…",
    ),
    ...within(
      "trustno1",
      "mat khau:…",
      "Mật khẩu : …",
      "mật khẩu = …",
      "mk nè: …",
      "mật khẩu đây ạ: …",
      "mk - …",
    ),
    ...within(
      "trustno1",
      "mat_khau: …",
      "mật khẩu root của em là …",
      "mật  khẩu là …",
      "*mật khẩu*: …",
      "matkhau=…",
    ),
    ...within(
      "trustno1",
      "mật khẩu của em là …".normalize("NFD"),
      "mật mã là …",
      "mk la\n…",
      "mk aws cua em la …",
    ),
    ...within("123456", "my password is …", "mk la …", "mật khẩu: …", "pass …", "mk …", "passcode: …"),
    ...within("Qwe@123", "user: anna\npass: …\nthanks", "anna / mk … / help"),
    ...within("Rex2019!", "I set password as … yesterday", "pw is still …", "pass mới của mình … nè"),
    ...within(
      "Rex2019!",
      "password(root)=…",
      "mật khẩu iam em đặt …",
      "password hint dog, password itself …",
    ),
    ...within("Rex2019!", "creds are bob:…", "login: bob / …", "tk em là minh@example.com/…"),
    ...within("my dog is old", 'the password is "…"', "mật khẩu là “…”"),
    ...within("s3cr3t-Pa55", "postgres://anna:…@db.example.com/app", "https://anna:…@example.com"),
  ],
  "one-time-code": [
    ...within(
      "123456",
      "code …",
      "the code is …",
      "code: …",
      "code is: …",
      "my code = …",
      "OTP …",
      "otp:…",
      "otp is …",
    ),
    ...within(
      "123456",
      "code *…*",
      "code **…**",
      "code `…`",
      'code "…"',
      "code (…)",
      "the code\n…",
      "code -> …",
    ),
    ...within(
      "123456",
      "verification code:\n…",
      "Your AWS verification code is: …",
      "MFA code … fails",
      "2fa …",
    ),
    ...within(
      "123456",
      "… is your verification code",
      "… is my code",
      "… là mã xác minh của bạn",
      "… la ma otp",
    ),
    ...within(
      "123456",
      "mã …",
      "mã xác minh là …",
      "ma xac minh la …",
      "mã OTP: …",
      "mã xác thực (OTP): …",
      "ma la …",
    ),
    ...within(
      "123456",
      "mã 6 số …",
      "the 6 digit code I got was …",
      "mã gửi về máy em là …",
      "ma otp cua em …",
    ),
    ...within("123456", "the code that came by SMS this morning is …", "mã xác minh\n…"),
    ...within("123456", "mã xác minh là …".normalize("NFD"), "AWS code… doesn't work", "code:…,"),
    ...within("123 456", "code is …", "mã là …", "otp …"),
    ...within("123-456", "code is …"),
    ...within("12 34 56", "otp …", "code is …"),
    ...within("1 2 3 4 5 6", "otp …", "the code is …"),
    ...within("12345678", "code …"),
    ...within(
      "123456",
      "em nhập … rồi mà báo mã sai",
      "I entered … and it says wrong code",
      "authenticator gives …",
    ),
    ...within("1984", "pin …", "the PIN on the screen is …"),
    ...within("1234", "my pin is …", "PIN: …", "mã pin là …", "otp …"),
    ...within("123", "cvv …", "cvc: …"),
    form(`code ${zeroWidth("123456")}`, zeroWidth("123456")),
    ...within("123456", '{"text":"verification code:\\n…\\nhelp"}', '"{\\"code\\": \\"…\\"}"'),
  ],
  "recovery-code": [
    ...within("12345678", "backup code: …", "mã dự phòng: …"),
    ...within(
      "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
      "…",
      "MFA secret key: …",
      "otpauth://totp/AWS:anna?secret=…&issuer=AWS",
    ),
    ...within("jbsw y3dp ehpk 3pxp", "authenticator setup key: …", "…"),
    ...within("a1b2c-3d4e5", "…", "recovery code …"),
    ...within("WDJB-MJHT", "…", "enter the code …", "https://example.com/device?user_code=…"),
  ],
  "identity-number": [
    ...within("123-45-6789", "SSN …", "…"),
    ...within("B12345678", "passport number is …", "hộ chiếu của em số …"),
    ...within("012345678901", "số CCCD của em là …", "căn cước công dân: …"),
    ...within("DE89 3704 0044 0532 0130 00", "…", "my IBAN: …"),
  ],
};

describe.each(Object.entries(forms))("%s", (kind, all) => {
  it.each(all)("is found and masked in $text", ({ text, secret }) => {
    expect(secretKindsIn(text)).toContain(kind);
    expect(mask(text)).not.toContain(secret);
  });
});

describe("the kinds of a text", () => {
  it("are named once each, the ones that open most first", () => {
    expect(secretKindsIn(`code 123456, mk la trustno1, ${accessKey}:${secretKey}, mk: hunter22`)).toEqual([
      "access-key",
      "secret-key",
      "password",
      "one-time-code",
    ]);
  });

  it("are none where only an address, a phone number or an account stands", () => {
    expect(secretKindsIn("anna@example.com, +1 (123) 456-7890, account 123456789012")).toEqual([]);
  });
});

describe("what is no secret", () => {
  it.each([
    ...[
      "+1 (123) 456-7890",
      "otp sent to +1 (123) 456-7890",
      "the code goes to (123) 456-7890",
      "+84 912 345 678",
    ],
    ...[
      "mã gửi về số 0912 345 678",
      "code to 84 91 234 567",
      "no code on 090 123 4567",
      "mã về +84 912 345 678",
    ],
    ...[
      "order 112-3812345-1234567",
      "zip code 700000",
      "mã bưu điện 700000",
      "mã lỗi 500123",
      "error code 160004",
    ],
    ...["mã đơn hàng 123456", "mã yêu cầu 12345678", "mã sinh viên 20201234", "the code cost me 500000 VND"],
    ...[
      "my password is kept in the browser",
      "your password is 100% right",
      "the password was inside my vault",
    ],
    ...[
      "password dead: open the user",
      "the password entry was overwritten",
      "password that anybody was told",
    ],
    ...[
      "mật khẩu là đủ chưa",
      "mat khau la thong tin rieng",
      "mật khẩu mới: chọn trong trang",
      "pass la sao",
    ],
    ...[
      "forgot the password for https://d-1234567890.awsapps.com/start",
      "pass d-1234567890.awsapps.com/start",
    ],
    ...[
      "forgot the password of user: anna@example.com",
      "password for account: 123456789012",
      "password ec2-user",
    ],
    ...[
      "password manager 1password",
      "reset password 12-character rule",
      "password error: InvalidParameter400",
    ],
    ...['after the password: "Something doesn\'t compute. We could not sign you in, please try once more."'],
    ...['it must begin with "-----BEGIN RSA PRIVATE KEY-----"', "xoxb-your-token", "the token is invalid"],
    ...["arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_0a1b2c3d4e5f/anna", "token: expired"],
    ...[
      "https://repost.aws/questions/QU6Jl7uW0fQFOLJ2TNw32Z1Q/how",
      "sha da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ],
    ...[
      "request id 1b2c3d4e-5f60-7182-93a4-b5c6d7e8f901",
      "http://localhost:3000/callback",
      "version 1.2.3-beta",
    ],
    ...[
      "session token expired",
      "which secret access key do I need",
      "the password for root is not accepted",
    ],
    ...["my password is definitely correct", "password is dragonfly-less", "the password is only for root"],
  ])("%s", (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});
