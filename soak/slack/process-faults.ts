import { setTimeout as wait } from "node:timers/promises";
import { below } from "../../bench/random.ts";
import { pause, roundDurationMs } from "../pause.ts";
import { storeFaults, strike } from "../store-faults.ts";
import type { SlackFault } from "./fault.ts";
import type { SlackRound } from "./round-context.ts";

const transports = ["socket", "http"];

const isPrivate = (way: string) => way === "command" || way === "private press";
export const doubledIfPrivate = (way: string) =>
  isPrivate(way) ? "a private answer can't be looked up" : undefined;

type Inject = NonNullable<SlackFault["inject"]>;

/** Ends the bot at a random moment while people ask. */
function endWhileAsking(end: (round: SlackRound) => Promise<unknown>): Inject {
  return async (round) => {
    await pause(round.random);
    await end(round);
  };
}

function endAll(ends: readonly (() => void)[]): void {
  for (const end of ends) end();
}

/** Slack limits every answer for minutes, and the bot is restarted meanwhile. */
async function restartUnderLimit({ workspace, bot, random }: SlackRound): Promise<void> {
  const ends = ["chat.postMessage", "response_url"].map((method) =>
    workspace.faults.always({ method, kind: "rateLimited", retryAfter: 300 }),
  );
  await wait(roundDurationMs);
  await pause(random);
  await bot.restart({ skipsLease: true, meanwhile: () => endAll(ends) });
}

async function refuseReconnect({ workspace }: SlackRound): Promise<void> {
  const end = workspace.faults.always({
    method: "apps.connections.open",
    kind: "refused",
    error: "invalid_auth",
  });
  workspace.faults.dropSockets();
  await wait(2000);
  end();
}

/** Faults of the process and its store. */
export const processFaults: readonly SlackFault[] = [
  {
    name: "SIGKILL",
    transports,
    needsProcess: true,
    inject: endWhileAsking(({ bot }) => bot.crash()),
    mayBeDoubled: doubledIfPrivate,
  },
  {
    name: "SIGTERM and start",
    transports,
    needsProcess: true,
    inject: endWhileAsking(({ bot }) => bot.restart()),
  },
  {
    name: "update",
    transports,
    needsProcess: true,
    // Nobody answers for seconds, as while an image is fetched.
    inject: endWhileAsking(({ bot, random }) => bot.restart({ pauseMs: 1000 + below(2000, random) })),
  },
  {
    name: "minutes of 429, then a restart",
    transports,
    needsProcess: true,
    inject: restartUnderLimit,
    mayBeDoubled: doubledIfPrivate,
  },
  {
    name: "token refused at a reconnect",
    transports: ["socket"],
    needsProcess: true,
    inject: endWhileAsking(refuseReconnect),
  },
  ...storeFaults.map(
    (fault): SlackFault => ({
      name: fault.name,
      transports,
      needsProcess: true,
      mayApologise: true,
      inject: endWhileAsking(({ bot }) => strike(bot, fault)),
    }),
  ),
];
