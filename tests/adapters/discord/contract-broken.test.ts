import { describe, expect, it } from "vitest";
import type { Adapter } from "../../../src/platform/adapter.ts";
import { facts } from "../../contracts/adapter.ts";
import * as broken from "../../contracts/broken-adapters.ts";
import { stage } from "./stage.ts";

/** Without the one that gives each event a new id: Discord itself takes the two answers for one, by their nonce. */
const cases: readonly (readonly [keyof typeof facts, string, (adapter: Adapter) => Adapter])[] = [
  ["a question is answered once", "drops its answers", broken.dropping],
  ["a question is answered once", "sends its answers twice", broken.sayingTwice],
  ["an answer delivered twice with one key is seen once", "does not heed the key", broken.forgettingKeys],
  ["what is for the asker is seen by nobody else", "shows all to everybody", broken.leaking],
  ["silence sends nothing", "fills a silence", broken.babbling],
  ["an answered event is at rest", "never settles", broken.unsettled],
  [
    "a press is answered, also on a message from before a restart",
    "knows only new buttons",
    broken.forgetful,
  ],
  ["the end waits for what is under way", "ends at once", broken.hasty],
  ["nobody's words are markup", "reads Markdown in people's words", broken.formatting],
];

describe("the suite", () => {
  it.each(cases)("finds by '%s' an adapter that %s", async (fact, _, adapt) => {
    await expect(facts[fact](stage, adapt)).rejects.toThrow(/expected|waited/);
  });
});
