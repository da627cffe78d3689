import { anyLabel, type Detection, labels, mergeDetections } from "./detection.ts";
import { findSecrets } from "./find-secrets.ts";
import { findPersonalData } from "./personal-data.ts";

/** A text that needs more rounds is dropped; what people write needs one or two. */
const maxRounds = 4;

/**
 * Replaces secrets and personal data with labels: "my password is [password]", "call me at [phone number]". Idempotent. A
 * text that still changes after `maxRounds` becomes empty.
 */
export function mask(text: string): string {
  return maskAll(text, (found) => [...findSecrets(found), ...findPersonalData(found)]);
}

/** Replaces secrets only; personal data stays. */
export function maskSecrets(text: string): string {
  return maskAll(text, findSecrets);
}

/** Says what follows, so that a name with digits is not taken for a password that stands alone. */
const nameIntro = "name: ";

/** A display name as `mask` leaves it. People call themselves anything, so that a name may hold a key or an address. */
export function maskName(name: string): string {
  const masked = mask(nameIntro + name);
  return masked.startsWith(nameIntro) ? masked.slice(nameIntro.length) : mask(name);
}

/** A masked text without its labels, unless nothing else would be left. */
export function withoutLabels(text: string): string {
  const rest = text.replace(anyLabel, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

function maskAll(text: string, find: (text: string) => readonly Detection[]): string {
  let masked = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const before = masked;
    // A masked number separates the words around it, which can reveal another secret.
    masked = maskOnce(before, find(before));
    if (masked === before) return masked;
  }
  return "";
}

function maskOnce(text: string, detections: readonly Detection[]): string {
  let masked = "";
  let end = 0;
  for (const { kind, start, end: next } of mergeDetections(text, detections)) {
    masked += text.slice(end, start) + labels[kind];
    end = next;
  }
  return masked + text.slice(end);
}
