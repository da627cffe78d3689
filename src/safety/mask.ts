import { anyLabel, type Detection, labels, mergeDetections } from "./detection.ts";
import { findSecrets } from "./find-secrets.ts";
import { findPersonalData } from "./personal-data.ts";

/** Rounds after which a text is given up; what people write needs one or two. */
const maxRounds = 8;

/**
 * The text with a label in place of each secret and of what tells who somebody is: "my password is [password]",
 * "call me at [phone number]". A masked text stays as it is. Of a text in which secrets are glued to secrets
 * without end, nothing is left.
 */
export function mask(text: string): string {
  return maskAll(text, (found) => [...findSecrets(found), ...findPersonalData(found)]);
}

/** The same with secrets alone: who somebody is stays readable. */
export function maskSecrets(text: string): string {
  return maskAll(text, findSecrets);
}

/** A masked text without its labels, unless nothing else would be left: what somebody says around a secret. */
export function withoutLabels(text: string): string {
  const rest = text.replace(anyLabel, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

function maskAll(text: string, find: (text: string) => readonly Detection[]): string {
  let masked = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const before = masked;
    // Once a number is gone, the word that was glued to it is a word of its own and may tell a secret.
    masked = maskOnce(before, find(before));
    if (masked === before) return masked;
  }
  return "";
}

function maskOnce(text: string, all: readonly Detection[]): string {
  let masked = "";
  let end = 0;
  for (const found of mergeDetections(text, all)) {
    masked += text.slice(end, found.start) + labels[found.kind];
    end = found.end;
  }
  return masked + text.slice(end);
}
