import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain } from "../../../src/answer/text.ts";
import type { Adapter, Posted } from "../../../src/platform/adapter.ts";
import type { Audience } from "../../../src/platform/outcome.ts";

export const late: Answer = {
  locale: "en",
  title: "Late",
  blocks: [paragraph(plain("It is late"))],
  buttons: [],
};

type Place = Readonly<Record<string, string>>;

interface How {
  readonly key?: string;
  readonly audience?: Audience;
  readonly pointer?: Answer;
}

/** Delivers a late answer to a place, as it stands in an address. */
export function deliverLate(
  discord: Adapter,
  place: Place,
  { key = "k", audience = "all", pointer }: How = {},
): Promise<Posted | undefined> {
  const address = { adapter: "discord", data: JSON.stringify(place) };
  return discord.deliver(address, late, { audience, key, ...(pointer && { pointer }) });
}
