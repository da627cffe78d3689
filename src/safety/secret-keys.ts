import type { Detection, SecretKind } from "./detection.ts";

/** The length of a secret access key (docs.aws.amazon.com/IAM, "Manage access keys": the example has 40). */
const secretKeyLength = 40;
/** Session tokens have no fixed length (STS API Reference, Credentials); those in use are longer than this. */
const minTokenLength = 100;
/** A line of base64 that was wrapped is at least this long (RFC 2045 and RFC 7468 wrap after 76 and 64). */
const minWrappedLength = 60;

/** Letters of both cases, digits, slashes and plus signs, without a break. */
const base64 = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40,}={0,2}/g;
/** The same, wrapped. */
const wrapped = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{60,}(?:\r?\n[\t >]{0,4}[A-Za-z0-9/+]{8,})*={0,2}/g;
/** What the session tokens of AWS begin with: always the same head, in base64. */
const sessionToken =
  /(?<![A-Za-z0-9/+])(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|AQoDYXdz|AQoEXAMPLE)[A-Za-z0-9/+]{16,}(?:\r?\n[\t >]{0,4}[A-Za-z0-9/+]{8,})*={0,2}/g;
/** Directly after an access key, whatever stands or does not stand between. */
const afterAccessKey = /(?<=(?:AKIA|ASIA)[A-Z0-9]{16}[/+]?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
const nearSecrets =
  /AKIA|ASIA|secret|access.{0,3}key|credential|\[secret key\]|kho[aá]\p{M}? b[ií]\p{M}? m[aậ]/iu;
/** Within an address, a path or a name it may be a part of anything. */
const standsAlone = { before: /[\w./-]$/, after: /^(?:[\w/-]|\.\w)/ };

type DetectedKey = Detection<SecretKind>;

/** AWS secret keys and session tokens, and other long secrets in base64. */
export function findSecretKeys(text: string): readonly DetectedKey[] {
  const speaksOfKeys = nearSecrets.test(text);
  return [
    ...find(text, base64, (run, place) => {
      if (run.length !== secretKeyLength || !isMixed(run)) return undefined;
      return speaksOfKeys || isAlone(text, place) ? "secret-key" : undefined;
    }),
    ...find(text, afterAccessKey, (run) => (isMixed(run) ? "secret-key" : undefined)),
    ...find(text, sessionToken, () => "session-token"),
    ...find(text, wrapped, (run) =>
      run.length >= minTokenLength || (run.includes("\n") && run.length > minWrappedLength)
        ? mixedToken(run)
        : undefined,
    ),
  ];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function find(
  text: string,
  pattern: RegExp,
  kindOf: (run: string, place: Place) => SecretKind | undefined,
): readonly DetectedKey[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: run, index }) => {
    const place = { start: index, end: index + run.length };
    const kind = kindOf(run, place);
    return kind ? [{ kind, ...place }] : [];
  });
}

function mixedToken(run: string): "token" | undefined {
  return isMixed(run) ? "token" : undefined;
}

/** A hash in hexadecimal or a long word is none. */
function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

function isAlone(text: string, { start, end }: Place): boolean {
  return (
    !standsAlone.before.test(text.slice(Math.max(0, start - 1), start)) &&
    !standsAlone.after.test(text.slice(end, end + 2))
  );
}
