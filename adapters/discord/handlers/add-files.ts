import type { Incoming } from "../../../src/platform/incoming.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { fetchText } from "../parsing/text-files.ts";

/** The event with its attached texts in the question. What can't be fetched is left out. */
export async function addFiles(
  { incoming, files = [] }: ParsedEvent,
  api: string | undefined,
): Promise<Incoming> {
  const { input } = incoming;
  if (files.length === 0 || input.kind !== "question") return incoming;
  const texts = await Promise.all(files.map((file) => fetchText(file, api)));
  const text = [input.text, ...texts.map((one) => one?.trim())].filter(Boolean).join("\n");
  return { ...incoming, input: { ...input, text } };
}
