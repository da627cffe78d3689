import { type SecretKind, severityRank } from "./detection.ts";
import { findSecrets } from "./find-secrets.ts";

/** The kinds of secrets in a text, each once, most dangerous first. Personal data is no secret. */
export function secretKindsIn(text: string): readonly SecretKind[] {
  return [...new Set(findSecrets(text).map(({ kind }) => kind))].sort(
    (a, b) => severityRank(a) - severityRank(b),
  );
}
