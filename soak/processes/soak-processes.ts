import { setTimeout as wait } from "node:timers/promises";
import { below, createRandom, type Random } from "../../bench/random.ts";
import { createScratchDatabase } from "../../local/shared/scratch-database.ts";
import { startTcpProxy } from "../../local/shared/tcp-proxy.ts";
import { prepareKnowledge } from "../knowledge.ts";
import { waitUntil } from "../pause.ts";
import { type BotGroup, startBotGroup } from "./bot-group.ts";
import { databaseFaults } from "./database-faults.ts";
import { judgeTalk, type TalkVerdict } from "./judge-talk.ts";
import { type PlannedTalk, planTalks } from "./plan-talks.ts";
import { startDiscordTalks, startSlackTalks, type Talker, type TalkPlatform } from "./talkers.ts";

interface ProcessesOptions {
  /** A PostgreSQL database whose user may create others. */
  readonly server: string;
  readonly seed: number;
  /** How many times one of the processes is killed. */
  readonly kills: number;
  readonly onResult: (result: ProcessesResult) => void;
}

/** What people saw while something went on. */
export interface ProcessesResult {
  readonly fault: string;
  readonly seconds: number;
  readonly verdicts: readonly TalkVerdict[];
}

const size = 3;
/** How many people write at once, on each platform. */
const talkersAtOnce = 4;
/** The longest that a person waits for all answers, in milliseconds: Slack tells an event again after 1 and 5 minutes. */
const patienceMs = 8 * 60_000;
/** For how long people write where there is no fault, in milliseconds. */
const calmMs = 30_000;

/** Three processes on one database and both local platforms, while people write, under each fault. */
export async function soakProcesses({ server, seed, kills, onResult }: ProcessesOptions): Promise<void> {
  const random = createRandom(seed);
  const knowledge = await prepareKnowledge();
  const talks = planTalks(knowledge, seed);
  const database = await createScratchDatabase(server);
  const proxy = await startTcpProxy(database.url);
  const [slack, discord] = await Promise.all([startSlackTalks(), startDiscordTalks()]);
  const platforms = [slack, discord];
  const bots = await startBotGroup({
    size,
    // Discord is connected to one process (docs/several-processes.md).
    settingsOf: (number) => ({
      ...{ DATABASE_URL: proxy.url, ...slack.settings },
      ...(number === 0 && discord.settings),
    }),
    modelFolder: knowledge.modelFolder,
  });
  const crowd: Crowd = { platforms, talks, apologies: knowledge.apologies, random };
  try {
    const faults = [
      { name: "nothing", strike: () => wait(calmMs) },
      ...databaseFaults,
      { name: `${kills} kills`, strike: () => killAtRandom(bots, kills, random) },
    ];
    for (const { name, strike } of faults) {
      const begun = Date.now();
      const verdicts = await talkWhile(crowd, () => strike({ database, proxy, random }));
      onResult({ fault: name, seconds: Math.round((Date.now() - begun) / 1000), verdicts });
    }
  } finally {
    await bots.stop();
    await Promise.all(platforms.map((platform) => platform.close()));
    await proxy.close();
    await database.drop();
  }
}

/** The longest from one kill to the next, in milliseconds. */
const maxBetweenKillsMs = 3000;

async function killAtRandom(bots: BotGroup, kills: number, random: Random): Promise<void> {
  for (let count = 0; count < kills; count++) {
    await wait(below(maxBetweenKillsMs, random));
    await bots.replace(below(bots.size, random));
  }
}

interface Crowd {
  readonly platforms: readonly TalkPlatform[];
  readonly talks: AsyncGenerator<PlannedTalk>;
  readonly apologies: readonly string[];
  readonly random: Random;
}

interface Talk {
  readonly planned: PlannedTalk;
  readonly talker: Talker;
}

/** Lets people write until something is over, then waits for their answers. */
async function talkWhile(crowd: Crowd, strike: () => Promise<void>): Promise<readonly TalkVerdict[]> {
  let isOver = false;
  const done: Talk[] = [];
  const talkOn = async (platform: TalkPlatform) => {
    do done.push(await talk(platform, crowd));
    while (!isOver);
  };
  const talking = crowd.platforms.flatMap((platform) =>
    Array.from({ length: talkersAtOnce }, () => talkOn(platform)),
  );
  await strike();
  isOver = true;
  await Promise.all(talking);
  return done.map(({ planned, talker }) => judgeTalk(planned, talker.seen(), crowd.apologies));
}

let talkers = 0;

/** How long people take for a message, in milliseconds. */
const typingMs = { min: 300, max: 1500 };

/** Somebody new writes without waiting for answers, then waits until each message is answered, or no longer. */
async function talk(platform: TalkPlatform, { talks, random }: Crowd): Promise<Talk> {
  const { value: planned } = await talks.next();
  talkers += 1;
  const talker = platform.newTalker(`talker-${talkers}`);
  for (const text of planned.texts) {
    talker.says(text);
    await wait(typingMs.min + below(typingMs.max - typingMs.min, random));
  }
  await waitUntil(patienceMs, () => judgeTalk(planned, talker.seen(), []).lost.length === 0);
  return { planned, talker };
}
