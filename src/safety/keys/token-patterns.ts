import { type Detection, detectAll, type SecretKind } from "../detection.ts";
import { vendorTokens } from "./vendor-tokens.ts";

interface TokenPattern {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
}

/**
 * Secrets with a recognisable format. Each pattern starts at the start of a run of its characters or at a fixed word, and
 * takes the whole run, so that matching stays linear.
 */
const tokenPatterns: readonly TokenPattern[] = [
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
  // docs.discord.com/developers/reference, "Authentication": the bot's id in base64, a time, a signature.
  { kind: "discord-token", pattern: /(?<![\w-])[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g },
  { kind: "discord-token", pattern: /(?<![\w-])mfa\.[\w-]{60,}/g },
  {
    kind: "token",
    pattern: new RegExp(`(?<![A-Za-z0-9])(?:${vendorTokens.flatMap(({ forms }) => forms).join("|")})`, "g"),
  },
  // RFC 7519, section 3, in the compact form of RFC 7515: a header that begins with {", claims, a signature.
  { kind: "token", pattern: /(?<![\w-])eyJ[\w-]{10,}(?:\.[\w-]+){0,4}/g },
];

/** The shortest token of all has 16 characters. */
const anyLongRun = /[\w.~+/=:$%-]{16}/;

/** Tokens that tell what they are by their own form. */
export function findTokens(text: string): readonly Detection<SecretKind>[] {
  if (!anyLongRun.test(text)) return [];
  return tokenPatterns.flatMap(({ kind, pattern }) => detectAll(text, pattern, kind));
}
