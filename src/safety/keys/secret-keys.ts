import type { Detection, SecretKind } from "../detection.ts";

/** The length of a secret access key (docs.aws.amazon.com/IAM, "Manage access keys": the example has 40). */
const secretKeyLength = 40;
/** Session tokens have no fixed length (STS API Reference, Credentials); those in use are longer than this. */
const minTokenLength = 100;
/** Minimum length of a wrapped base64 line (RFC 2045 and RFC 7468 wrap after 76 and 64). */
const minWrappedLength = 60;

/** An unbroken run of base64 characters. */
const base64 = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40,}={0,2}/g;
/** The same, wrapped over several lines. */
const wrapped = /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{60,}(?:\r?\n[\t >]{0,4}[A-Za-z0-9/+]{8,})*={0,2}/g;
/** The known prefixes of AWS session tokens in base64. */
const sessionToken =
  /(?<![A-Za-z0-9/+])(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|AQoDYXdz|AQoEXAMPLE)[A-Za-z0-9/+]{16,}(?:\r?\n[\t >]{0,4}[A-Za-z0-9/+]{8,})*={0,2}/g;
/** A secret key directly after an access key, without a separator. */
const afterAccessKey = /(?<=(?:AKIA|ASIA)[A-Z0-9]{16}[/+]?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g;
const nearSecrets =
  /AKIA|ASIA|secret|access.{0,3}key|credential|\[secret key\]|kho[aá]\p{M}? b[ií]\p{M}? m[aậ]/iu;
/** Characters around a run that make it part of a URL, a path or a name. */
const partOfName = { before: /[\w./-]$/, after: /^(?:[\w/-]|\.\w)/ };

/** The shortest of all is the beginning of a session token. */
const anyKey = /[A-Za-z0-9/+]{28}/;

type DetectedKey = Detection<SecretKind>;

/** AWS secret keys and session tokens, and other long secrets in base64. */
export function findSecretKeys(text: string): readonly DetectedKey[] {
  if (!anyKey.test(text)) return [];
  const mentionsSecrets = nearSecrets.test(text);
  return [
    ...find(text, base64, (run, range) => {
      if (run.length !== secretKeyLength || !isMixed(run)) return undefined;
      return mentionsSecrets || isAlone(text, range) ? "secret-key" : undefined;
    }),
    ...find(text, afterAccessKey, (run) => (isMixed(run) ? "secret-key" : undefined)),
    ...find(text, sessionToken, () => "session-token"),
    ...find(text, wrapped, (run, range) => {
      const isLong = run.length >= minTokenLength || (run.includes("\n") && run.length > minWrappedLength);
      return isLong || (isAlone(text, range) && !isPublic(text, range)) ? mixedToken(run) : undefined;
    }),
  ];
}

interface TextRange {
  readonly start: number;
  readonly end: number;
}

function find(
  text: string,
  pattern: RegExp,
  kindOf: (run: string, range: TextRange) => SecretKind | undefined,
): readonly DetectedKey[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: run, index }) => {
    const range = { start: index, end: index + run.length };
    const kind = kindOf(run, range);
    return kind ? [{ kind, ...range }] : [];
  });
}

function mixedToken(run: string): "token" | undefined {
  return isMixed(run) ? "token" : undefined;
}

/** Letters of both cases and digits; excludes hexadecimal hashes and long words. */
function isMixed(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

/** An access key before the run is told by itself; ids of requests are as long: Amazon S3 User Guide, "Getting Amazon S3 request IDs for AWS Support". */
function isPublic(text: string, { start, end }: TextRange): boolean {
  if (/^A[KS]IA[A-Z0-9]{16}/.test(text.slice(start, end))) return true;
  return /(?:id(?:-2)?|hash|digest|integrity|message|sha\d{3}-?)["'>]?\s{0,2}[:=]?\s{0,2}["']?$/i.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

function isAlone(text: string, { start, end }: TextRange): boolean {
  return (
    !partOfName.before.test(text.slice(Math.max(0, start - 1), start)) &&
    !partOfName.after.test(text.slice(end, end + 2))
  );
}
