import { beforeAll, describe, expect, it } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { findParts } from "../../bench/find-parts.ts";
import { findSoakPlatform } from "../../soak/find-platform.ts";
import { inParallel } from "../../soak/in-parallel.ts";
import { prepareKnowledge } from "../../soak/knowledge.ts";
import type { SoakFault, SoakPlatform } from "../../soak/platform.ts";
import { runRound, type SoakVerdict } from "../../soak/round.ts";
import { parallelRounds } from "../../soak/soak.ts";

function describeFaults(name: string, platform: SoakPlatform<SoakFault>): void {
  const rounds = platform.faults
    .flatMap((fault) => fault.transports.map((transport) => ({ fault, transport, name: fault.name })))
    .map((round, index) => ({ ...round, seed: index + 1 }));
  type Round = (typeof rounds)[number];
  const verdictsByRound = new Map<string, readonly SoakVerdict[]>();
  const keyOf = (fault: string, transport: string) => `${fault} by ${transport}`;

  describe(`${name} under faults`, () => {
    beforeAll(async () => {
      const knowledge = await prepareKnowledge();
      const run = async ({ fault, transport, seed }: Round) => {
        const questionCount = platform.waysUnder(fault).length;
        const options = { fault, transport, questionCount, seed, knowledge };
        verdictsByRound.set(keyOf(fault.name, transport), await runRound(platform, options));
      };
      const needsProcess = ({ fault }: Round) => fault.needsProcess === true;
      await Promise.all([
        inParallel(parallelRounds.process, rounds.filter(needsProcess), run),
        inParallel(
          parallelRounds.embedded,
          rounds.filter((round) => !needsProcess(round)),
          run,
        ),
      ]);
    }, 400_000);

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
