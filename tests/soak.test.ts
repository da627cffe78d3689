import { beforeAll, describe, expect, it } from "vitest";
import type { Transport } from "../soak/bot.ts";
import { faults } from "../soak/faults.ts";
import { learn } from "../soak/learned.ts";
import { playRound, type Verdict } from "../soak/round.ts";
import { ways } from "../soak/scene.ts";

const rounds = faults.flatMap((fault) =>
  fault.transports.map((transport) => ({ fault, transport, name: fault.name })),
);
const played = new Map<string, readonly Verdict[]>();
const keyOf = (name: string, transport: Transport) => `${name} by ${transport}`;

// Side by side: nearly all of the time is waited.
beforeAll(async () => {
  const learned = await learn();
  const playing = rounds.map(async ({ fault, transport }, index) => {
    const order = { fault, transport, questions: ways.length, seed: index + 1, learned };
    played.set(keyOf(fault.name, transport), await playRound(order));
  });
  await Promise.all(playing);
}, 120_000);

describe("Slack under faults", () => {
  it.each(rounds)("answers every question once: $name, by $transport", ({ name, transport }) => {
    const verdicts = played.get(keyOf(name, transport)) ?? [];
    expect(verdicts.length).toBe(ways.length);
    expect(verdicts.filter(({ kind }) => kind !== "answered" && kind !== "excused")).toEqual([]);
  });
});
