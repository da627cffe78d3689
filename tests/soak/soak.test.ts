import { beforeAll, describe, expect, it } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { findParts } from "../../bench/find-parts.ts";
import { findSoakPlatform } from "../../soak/find-platform.ts";
import { prepareKnowledge } from "../../soak/knowledge.ts";
import type { SoakFault, SoakPlatform } from "../../soak/platform.ts";
import { runRound, type SoakVerdict } from "../../soak/round.ts";

function describeFaults(name: string, platform: SoakPlatform<SoakFault>): void {
  const rounds = platform.faults.flatMap((fault) =>
    fault.transports.map((transport) => ({ fault, transport, name: fault.name })),
  );
  const verdictsByRound = new Map<string, readonly SoakVerdict[]>();
  const keyOf = (fault: string, transport: string) => `${fault} by ${transport}`;

  describe(`${name} under faults`, () => {
    // All at once: the rounds spend nearly all of their time waiting.
    beforeAll(async () => {
      const knowledge = await prepareKnowledge();
      const running = rounds.map(async ({ fault, transport }, index) => {
        const questionCount = platform.waysUnder(fault).length;
        const options = { fault, transport, questionCount, seed: index + 1, knowledge };
        verdictsByRound.set(keyOf(fault.name, transport), await runRound(platform, options));
      });
      await Promise.all(running);
    }, 300_000);

    it.each(rounds)("answers every question once: $name, by $transport", ({ fault, transport }) => {
      const verdicts = verdictsByRound.get(keyOf(fault.name, transport)) ?? [];
      expect(verdicts.length).toBe(platform.waysUnder(fault).length);
      const right = ["answered", "excused", ...(fault.mayApologise ? ["told"] : [])];
      expect(verdicts.filter(({ kind }) => !right.includes(kind))).toEqual([]);
    });
  });
}

const names = platforms.map(({ name }) => name);
for (const name of findParts(names, "soak/<name>/platform.ts").present)
  describeFaults(name, await findSoakPlatform(name));
