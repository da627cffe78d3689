import { setTimeout as wait } from "node:timers/promises";
import { below } from "../../bench/random.ts";
import { pause, roundDurationMs } from "../pause.ts";
import { storeFaults, strike } from "../store-faults.ts";
import type { DiscordFault } from "./fault.ts";
import { callback, message, pick } from "./requests.ts";
import type { DiscordRound } from "./round-context.ts";

const transports = ["gateway"];

type Inject = NonNullable<DiscordFault["inject"]>;

/** Ends the bot when most questions are asked and few are answered. */
function endWhileAnswering(end: (round: DiscordRound) => Promise<unknown>): Inject {
  return async (round, questions) => {
    const { guild, random } = round;
    for (let count = 0; count < questions / 4; count++)
      guild.faults.next({ on: pick([callback, message], random), kind: "slow", ms: below(2000, random) });
    await wait(roundDurationMs / 2);
    await pause(random);
    await end(round);
  };
}

/** Nobody answers for seconds, as while an image is fetched; half of the time, Discord drops the session meanwhile. */
async function update({ guild, bot, random }: DiscordRound): Promise<void> {
  const isOver = random() < 0.5;
  const restarting = bot.restart({ pauseMs: 1000 + below(2000, random) });
  await wait(900);
  if (isOver) guild.faults.invalidateSession();
  await restarting;
}

/** Discord limits every message for minutes, and the bot is restarted meanwhile. */
async function restartUnderLimit({ guild, bot, random }: DiscordRound): Promise<void> {
  const scope = pick(["user", "global"] as const, random);
  const end = guild.faults.always({ on: message, kind: "rateLimited", retryAfter: 300, scope });
  await wait(roundDurationMs);
  await pause(random);
  await bot.restart({ skipsLease: true, meanwhile: end });
}

/** Faults of the process and its store. */
export const processFaults: readonly DiscordFault[] = [
  { name: "SIGKILL", transports, needsProcess: true, inject: endWhileAnswering(({ bot }) => bot.crash()) },
  {
    name: "SIGTERM and start",
    transports,
    needsProcess: true,
    inject: endWhileAnswering(({ bot }) => bot.restart()),
  },
  { name: "update", transports, needsProcess: true, inject: endWhileAnswering(update) },
  { name: "minutes of 429, then a restart", transports, needsProcess: true, inject: restartUnderLimit },
  ...storeFaults.map(
    (fault): DiscordFault => ({
      name: fault.name,
      transports,
      needsProcess: true,
      mayApologise: true,
      ...(fault.losesStore && {
        mayLoseMessages:
          "written during the restart, and the store was lost that knew since when the bot was away",
      }),
      inject: async ({ bot, random }) => {
        await pause(random);
        await strike(bot, fault);
      },
    }),
  ),
];
