import type { Kind } from "./found.ts";

interface TokenPattern {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

/**
 * Secrets that are told by their own form. Each begins where a run of its characters begins, or at a fixed word,
 * and takes the run to its end, so that no character is read more than a few times.
 */
export const tokenPatterns: readonly TokenPattern[] = [
  // RFC 7468, section 2; one that was cut off goes on to the end of the text.
  {
    kind: "private-key",
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$(?![\s\S]))/g,
  },
  // Prefixes: IAM User Guide, "IAM identifiers"; 16 to 128 characters: IAM API Reference, AccessKey.
  { kind: "access-key", pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}/g },
  // docs.slack.dev/authentication/tokens; xoxe. stands before tokens that are rotated.
  {
    kind: "token",
    pattern: /(?<![A-Za-z0-9])(?:xoxe\.)?(?:xox[a-z]|xapp|xwfp)-[A-Za-z0-9][A-Za-z0-9-]{9,}/gi,
  },
  // docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
  {
    kind: "webhook-url",
    pattern: /https:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[\w/-]+/gi,
  },
  // docs.discord.com/developers/reference, "Authentication": the bot's id in base64, a time, a signature.
  { kind: "token", pattern: /(?<![\w-])[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g },
  // docs.discord.com/developers/resources/webhook
  {
    kind: "webhook-url",
    pattern:
      /https:\/\/(?:\w{1,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{1,25}\/[\w-]+/gi,
  },
  // docs.github.com, "About authentication to GitHub", "GitHub's token formats"
  { kind: "token", pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,}/g },
  { kind: "token", pattern: /(?<![A-Za-z0-9])github_pat_\w{20,}/g },
  // RFC 7519, section 3, in the compact form of RFC 7515: a header that begins with {", claims, a signature.
  { kind: "token", pattern: /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g },
];
