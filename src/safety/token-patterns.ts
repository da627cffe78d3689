import type { SecretKind } from "./detection.ts";

interface TokenPattern {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
}

/** Tokens with a prefix of their issuer, which the page above each documents. */
const prefixed = [
  // docs.github.com, "About authentication to GitHub", "GitHub's token formats"
  "gh[pousr]_[A-Za-z0-9]{20,}",
  String.raw`github_pat_\w{20,}`,
  // docs.gitlab.com/security/tokens, "Token prefixes"
  String.raw`gl[a-z]{2,5}-[\w-]{20,}`,
  // cloud.google.com/docs/authentication/api-keys, and Google's OAuth tokens and client secrets
  String.raw`AIza[\w-]{35,}`,
  String.raw`ya29\.[\w-]{20,}`,
  String.raw`GOCSPX-[\w-]{20,}`,
  // docs.stripe.com/keys; platform.openai.com and docs.claude.com: keys begin with sk-
  "[rs]k_(?:live|test)_[A-Za-z0-9]{16,}",
  "whsec_[A-Za-z0-9+/=]{16,}",
  String.raw`sk-(?=[\w-]{0,60}\d)[\w-]{20,}`,
  // docs.npmjs.com; docs.sendgrid.com; huggingface.co/docs; pypi.org/help
  "npm_[A-Za-z0-9]{30,}",
  String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`,
  "hf_[A-Za-z0-9]{30,}",
  String.raw`pypi-[\w-]{30,}`,
  // core.telegram.org/bots/api, "Authorizing your bot"
  String.raw`\d{8,10}:[\w-]{35,}`,
];

/**
 * Secrets with a recognisable format. Each pattern starts at the start of a run of its characters or at a fixed word, and
 * takes the whole run, so that matching stays linear.
 */
export const tokenPatterns: readonly TokenPattern[] = [
  // Prefixes: IAM User Guide, "IAM identifiers"; 16 to 128 characters: IAM API Reference, AccessKey.
  { kind: "access-key", pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}/g },
  {
    kind: "access-key",
    pattern: /(?<![a-z0-9])(?:akia|asia)(?=[a-z]{0,15}\d)[a-z0-9]{16}(?![a-z0-9])/g,
  },
  // docs.slack.dev/authentication/tokens; xoxe. stands before tokens that are rotated.
  {
    kind: "slack-token",
    pattern:
      /(?<![A-Za-z0-9])(?:xoxe\.)?(?:xox[a-z]|xapp|xwfp)-(?=[A-Za-z-]{0,80}\d)[A-Za-z0-9][A-Za-z0-9%-]{9,}/gi,
  },
  // docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, and the addresses for a later answer.
  {
    kind: "webhook-url",
    pattern:
      /(?:https?:\/\/)?(?<![\w.-])hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers|commands|actions|app)\/[\w/-]+/gi,
  },
  // docs.discord.com/developers/reference, "Authentication": the bot's id in base64, a time, a signature.
  { kind: "discord-token", pattern: /(?<![\w-])[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g },
  { kind: "discord-token", pattern: /(?<![\w-])mfa\.[\w-]{60,}/g },
  // docs.discord.com/developers/resources/webhook
  {
    kind: "webhook-url",
    pattern:
      /(?:https?:\/\/)?(?<![\w-])(?:\w{1,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{1,25}\/[\w-]+/gi,
  },
  { kind: "token", pattern: new RegExp(`(?<![A-Za-z0-9])(?:${prefixed.join("|")})`, "g") },
  // RFC 7519, section 3, in the compact form of RFC 7515: a header that begins with {", claims, a signature.
  { kind: "token", pattern: /(?<![\w-])eyJ[\w-]{10,}(?:\.[\w-]+){0,4}/g },
  // RFC 3986, section 3.2.1: a password within an address.
  { kind: "password", pattern: /(?<=:\/\/[\w.%+-]{1,64}:)[^\s/@:]{3,128}(?=@[\w-])/g },
];
