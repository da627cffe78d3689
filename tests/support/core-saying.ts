import { type Answer, paragraph } from "../../src/answer/answer.ts";
import { plain } from "../../src/answer/text.ts";
import type { Core } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Outcome, Reply } from "../../src/platform/outcome.ts";
import { startSmallPack } from "./small-pack.ts";

/** A core that answers all with these replies, the last one from then on, and what was settled. */
export function coreSaying(...replies: readonly (Reply | ((incoming: Incoming) => Reply))[]) {
  const heard: Incoming[] = [];
  const settled: string[] = [];
  const faults: unknown[] = [];
  const core: Core = {
    ...startSmallPack(),
    handle: async (incoming): Promise<Outcome> => {
      const next = replies[Math.min(heard.length, replies.length - 1)];
      heard.push(incoming);
      if (!next) throw new Error("no reply was given");
      return {
        reply: typeof next === "function" ? next(incoming) : next,
        effects: [],
        stored: true,
        complete: async (send) => {
          await send().catch((error: unknown) => faults.push(error));
          settled.push(incoming.id);
        },
      };
    },
  };
  return { core, heard, settled, faults };
}

export function answerOf(words: string): Answer {
  return { locale: "en", blocks: [paragraph(plain(words))], buttons: [] };
}

/** An answer whose buttons are more than four, so that most of them stand in a menu. */
export function answerWithMenu(words: string): Answer {
  const press = (label: string, menu?: string) => ({
    kind: "press" as const,
    label,
    token: `1.show.${label}.en`,
    ...(menu !== undefined && { menu }),
  });
  const buttons = [press("yes"), press("no"), press("card", "Related"), press("bill", "Related")];
  return { ...answerOf(words), buttons: [...buttons, press("share", "More")] };
}
