/** What must not be stored, most dangerous first, and the label that replaces it. */
const secretLabels = {
  "private-key": "[private key]",
  "access-key": "[access key]",
  "secret-key": "[secret key]",
  "session-token": "[session token]",
  "slack-token": "[Slack token]",
  "discord-token": "[Discord token]",
  "webhook-url": "[webhook address]",
  token: "[token]",
  "card-number": "[card number]",
  password: "[password]",
  "recovery-code": "[recovery code]",
  "one-time-code": "[one-time code]",
  "identity-number": "[identity number]",
} as const;

export const labels = {
  ...secretLabels,
  email: "[e-mail]",
  "account-id": "[account id]",
  phone: "[phone number]",
  number: "[number]",
} as const;

export type SecretKind = keyof typeof secretLabels;

export function isSecretKind(name: unknown): name is SecretKind {
  return typeof name === "string" && Object.hasOwn(secretLabels, name);
}
export type DetectionKind = keyof typeof labels;

/** Something found in a text, from `start` to before `end`, in UTF-16 units. */
export interface Detection<K extends DetectionKind = DetectionKind> {
  readonly kind: K;
  readonly start: number;
  readonly end: number;
}

/** Every match of a pattern that has the flag g. */
export function detectAll<K extends DetectionKind>(
  text: string,
  pattern: RegExp,
  kind: K,
): readonly Detection<K>[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    kind,
    start: index,
    end: index + length,
  }));
}

/**
 * Sorts detections by their position and merges those that overlap; the merged one has the more dangerous kind. Detections
 * that overlap a label already in the text are dropped, so that labels are not masked again.
 */
export function mergeDetections<K extends DetectionKind>(
  text: string,
  found: readonly Detection<K>[],
): readonly Detection<K>[] {
  if (found.length === 0) return [];
  const labelled = detectAll(text, anyLabel, "number");
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  const merged: Detection<K>[] = [];
  let nextLabel = 0;
  for (const next of inOrder) {
    while ((labelled[nextLabel]?.end ?? next.start + 1) <= next.start) nextLabel += 1;
    if ((labelled[nextLabel]?.start ?? next.end) < next.end) continue;
    const last = merged.at(-1);
    if (last && next.start < last.end) merged[merged.length - 1] = join(last, next);
    else merged.push(next);
  }
  return merged;
}

function join<K extends DetectionKind>(one: Detection<K>, other: Detection<K>): Detection<K> {
  const { kind } = severityRank(other.kind) < severityRank(one.kind) ? other : one;
  return { kind, start: one.start, end: Math.max(one.end, other.end) };
}

const kinds = Object.keys(labels);
/** The position among the kinds, most dangerous first. */
export const severityRank = (kind: DetectionKind) => kinds.indexOf(kind);

export const anyLabel = new RegExp(
  Object.values(labels)
    .map((text) => `\\[${text.slice(1, -1)}\\]`)
    .join("|"),
  "g",
);
