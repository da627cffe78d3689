import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain } from "../../../src/answer/text.ts";
import type { Adapter } from "../../../src/platform/adapter.ts";

const late: Answer = {
  locale: "en",
  title: "Late",
  blocks: [paragraph(plain("It is <late>."))],
  buttons: [],
};

type Place = Readonly<Record<string, string>>;

/** Delivers a late answer to a place, as it stands in an address. */
export async function deliverLate(
  slack: Adapter,
  place: Place,
  key = "k",
  audience: "all" | "asker" = "all",
): Promise<void> {
  await slack.deliver({ adapter: "slack", data: JSON.stringify(place) }, late, { audience, key });
}
