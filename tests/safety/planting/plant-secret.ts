import { ask, filled, press, startObserved } from "../../support/observed-core.ts";
import type { Planted } from "./kind.ts";
import { sentenceWith } from "./sentences.ts";

/** Where a secret must not arrive. */
export const destinations = ["team", "draft", "store", "log", "name"] as const;
export type Destination = (typeof destinations)[number];

/** Characters in a row of a secret that count as the secret. */
const usualPiece = 8;
/** In phrases of words, where fewer can be a word of our own. */
const pieceOfPhrase = 16;
const isPhrase = (secret: string) =>
  secret.split(/[\s,-]+/).filter((word) => /^[\p{L}]{2,}$/u.test(word)).length > 2;

/**
 * Lets a person say a secret to the bot, in a question, in the forms of a case and to the team.
 * @returns where it, or any eight characters of it in a row, could be found afterwards
 */
export async function plantInWords(planted: Planted, sentence: string): Promise<readonly Destination[]> {
  const text = sentenceWith(sentence, planted.said);
  const { stored, logged, delivered, act } = startObserved();
  await act(ask(text));
  await act(ask(`I forgot my root password. ${text}`));
  await act(press("stuck"));
  const drafts = [];
  let step = await act(press("fill"));
  while (step.reply.kind === "form") {
    step = await act(filled(step.reply.form, text));
    drafts.push(step);
  }
  drafts.push(await act(press("case")), await act(press("door")));
  await act(press("team"));
  await act(ask(text));
  return found(planted, {
    team: delivered.map(({ text: sent }) => sent),
    draft: drafts.map(({ reply }) => JSON.stringify(reply)),
    store: stored,
    log: logged,
  });
}

/** Lets somebody who calls themselves so ask the team. */
export async function plantInName(planted: Planted): Promise<readonly Destination[]> {
  const { stored, logged, delivered, act } = startObserved();
  const named = { name: planted.said };
  await act(ask("I forgot my root password"), named);
  await act(press("team"), named);
  const all = [...stored, ...logged, ...delivered.map(({ text }) => text)];
  return found(planted, { name: all });
}

function found(
  planted: Planted,
  texts: Partial<Readonly<Record<Destination, readonly string[]>>>,
): readonly Destination[] {
  return destinations.filter((place) => arrivesIn(planted, texts[place] ?? []));
}

/** Whether a secret, or a piece of it, stands in any of the texts, which are JSON. */
export function arrivesIn({ secrets }: Planted, texts: readonly string[]): boolean {
  const patterns = secrets.map(patternOf);
  return texts.some((text) => patterns.some((pattern) => pattern.test(text)));
}

/** Any piece of a secret as JSON has it; a short one only by itself, since its digits stand in many numbers. */
function patternOf(secret: string): RegExp {
  if (secret.length < usualPiece) return new RegExp(`(?<![\\w.])${asPattern(secret)}(?!\\w)`);
  const length = Math.min(secret.length, isPhrase(secret) ? pieceOfPhrase : usualPiece);
  const pieces = Array.from({ length: secret.length - length + 1 }, (_, at) =>
    asPattern(secret.slice(at, at + length)),
  );
  return new RegExp(pieces.join("|"));
}

function asPattern(piece: string): string {
  return JSON.stringify(piece)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
