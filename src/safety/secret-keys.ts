import type { Found } from "./found.ts";

/** The length of a secret access key (docs.aws.amazon.com/IAM, "Manage access keys": the example has 40). */
const keyLength = 40;
/** Session tokens have no fixed length (STS API Reference, Credentials); those in use are longer than this. */
const tokenLength = 100;

/** Letters of both cases, digits, slashes and plus signs, without a break. */
const base64 = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40,}={0,2}/g;
const nearSecrets = /AKIA|ASIA|secret|access.{0,3}key|credential|\[secret key\]|khoá bí mật|khóa bí mật/i;

/** AWS secret keys, where the text speaks of keys at all, and session tokens. */
export function findSecretKeys(text: string): readonly Found[] {
  const speaksOfKeys = nearSecrets.test(text);
  return [...text.matchAll(base64)].flatMap(({ 0: run, index }): readonly Found[] => {
    if (!isMixed(run)) return [];
    const place = { start: index, end: index + run.length };
    if (run.length >= tokenLength) return [{ kind: "token", ...place }];
    return run.length === keyLength && speaksOfKeys ? [{ kind: "secret-key", ...place }] : [];
  });
}

/** A hash in hexadecimal or a long word is none. */
function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}
