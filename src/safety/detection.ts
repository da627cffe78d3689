/** What must not be kept, those that open most first, and what stands in its place. */
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
  "one-time-code": "[one-time code]",
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

/** What was found in a text, from `start` up to and without `end`, in UTF-16 units. */
export interface Detection<K extends DetectionKind = DetectionKind> {
  readonly kind: K;
  readonly start: number;
  readonly end: number;
}

/** Every place where a pattern with the flag g fits. */
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
 * In the order of the text, with those that overlap made one, of the kind that `labels` names first. What
 * reaches into a label that stands there already is left out, so that labels are not masked again.
 */
export function mergeDetections<K extends DetectionKind>(
  text: string,
  found: readonly Detection<K>[],
): readonly Detection<K>[] {
  const labelled = detectAll(text, anyLabel, "number");
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  const united: Detection<K>[] = [];
  let nextLabel = 0;
  for (const next of inOrder) {
    while ((labelled[nextLabel]?.end ?? next.start + 1) <= next.start) nextLabel += 1;
    if ((labelled[nextLabel]?.start ?? next.end) < next.end) continue;
    const last = united.at(-1);
    if (last && next.start < last.end) united[united.length - 1] = join(last, next);
    else united.push(next);
  }
  return united;
}

function join<K extends DetectionKind>(one: Detection<K>, other: Detection<K>): Detection<K> {
  const { kind } = severityRank(other.kind) < severityRank(one.kind) ? other : one;
  return { kind, start: one.start, end: Math.max(one.end, other.end) };
}

const kinds = Object.keys(labels);
/** Its place among the kinds, those that open most first. */
export const severityRank = (kind: DetectionKind) => kinds.indexOf(kind);

export const anyLabel = new RegExp(
  Object.values(labels)
    .map((text) => `\\[${text.slice(1, -1)}\\]`)
    .join("|"),
  "g",
);
