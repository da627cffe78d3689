import { beforeAll, describe, expect, it } from "vitest";
import { soakPlatform as discord } from "../../soak/discord/platform.ts";
import { learn } from "../../soak/learned.ts";
import { playRound, type Verdict } from "../../soak/round.ts";
import { soakPlatform as slack } from "../../soak/slack/platform.ts";
import type { Fault, SoakPlatform } from "../../soak/stage.ts";

function underFaults<F extends Fault>(name: string, platform: SoakPlatform<F>): void {
  const rounds = platform.faults.flatMap((fault) =>
    fault.transports.map((transport) => ({ fault, transport, name: fault.name })),
  );
  const played = new Map<string, readonly Verdict[]>();
  const keyOf = (fault: string, transport: string) => `${fault} by ${transport}`;

  describe(`${name} under faults`, () => {
    // Side by side: nearly all of the time is waited.
    beforeAll(async () => {
      const learned = await learn();
      const playing = rounds.map(async ({ fault, transport }, index) => {
        const questions = platform.waysUnder(fault).length;
        const order = { fault, transport, questions, seed: index + 1, learned };
        played.set(keyOf(fault.name, transport), await playRound(platform, order));
      });
      await Promise.all(playing);
    }, 120_000);

    it.each(rounds)("answers every question once: $name, by $transport", ({ fault, transport }) => {
      const verdicts = played.get(keyOf(fault.name, transport)) ?? [];
      expect(verdicts.length).toBe(platform.waysUnder(fault).length);
      expect(verdicts.filter(({ kind }) => kind !== "answered" && kind !== "excused")).toEqual([]);
    });
  });
}

underFaults("Slack", slack);
underFaults("Discord", discord);
