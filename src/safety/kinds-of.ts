import { findSecrets } from "./find-secrets.ts";
import { rank, type SecretKind } from "./found.ts";

/** The kinds of secrets in a text, each once, those that open most first. None where only a person is told. */
export function kindsOf(text: string): readonly SecretKind[] {
  return [...new Set(findSecrets(text).map(({ kind }) => kind))].sort((a, b) => rank(a) - rank(b));
}
