import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { loadWithModel } from "../../src/learning/load-with-model.ts";
import type { BenchPlatform } from "../find-platform.ts";
import { medianSize, toHeading } from "../load/heading.ts";
import { cycleThrough, type MeasuredBot, type MeasuredPair } from "../load/measure.ts";
import type { PreparedAnswer } from "../load/prepared-answer.ts";
import {
  type BotProcess,
  type PlatformProcess,
  runLoad,
  startBaseline,
  startPlatformProcess,
  startSignpost,
} from "../load/processes.ts";
import { runSection } from "../load/run-section.ts";
import { shuffledPhrases } from "../shuffled-phrases.ts";
import { recordAnswers } from "./record-answers.ts";

const knowledge = path.join(import.meta.dirname, "..", "..", "knowledge");
const quickPhrases = 500;

/** Signpost under load, compared with a discord.js bot that sends prepared answers. */
export const benchPlatform: BenchPlatform = async (isQuick, show) => {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-bench-"));
  try {
    await loadWithModel({ knowledgeFolder: knowledge, dataFolder: folder }, () => {});
    const phrases = shuffledPhrases(knowledge);
    const answers = await recordAnswers(isQuick ? phrases.slice(0, quickPhrases) : phrases, folder);
    const payloads = path.join(folder, "payloads.json");
    writeFileSync(payloads, JSON.stringify(answers));
    show(introduce(answers));
    show(await measure({ folder, payloads, answers, isQuick }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function introduce(answers: readonly PreparedAnswer[]): string {
  return `${toHeading("Signpost on Discord under load", "npm run bench -- discord")}

Signpost (\`cli/start.ts\` as it is run: our knowledge, SQLite) and a discord.js bot that does \`await reply()\` with the
very message that Signpost answers the same question with (${answers.length} phrases of our knowledge, median
${medianSize(answers.map(([, payload]) => payload))}). Each is a process of its own and has a Discord server of its own (local/discord), again a process
each. Both are asked the same slash commands in blocks that take turns, each by somebody new; times are taken inside
the server, from the command until its acknowledgement and until its answer is there. "Added": Signpost less bare
discord.js. Our server counts no requests, but discord.js itself sends at most 50 messages in a second.`;
}

interface BenchSetup {
  readonly folder: string;
  readonly payloads: string;
  readonly answers: readonly PreparedAnswer[];
  readonly isQuick: boolean;
}

async function measure(setup: BenchSetup): Promise<string> {
  const pair = await start(setup);
  const crowd = ", each by somebody new, in turn by the command, a direct message and a mention";
  try {
    const nextQuestions = cycleThrough(setup.answers.map(([text]) => text));
    return await runSection(pair, nextQuestions, {
      name: "discord",
      baselineName: "bare discord.js",
      isQuick: setup.isQuick,
      crowd,
    });
  } finally {
    await Promise.all([pair.signpost, pair.baseline].map((bot) => bot.stop()));
  }
}

const addressesSchema = z.object({ restUrl: z.string(), controlUrl: z.string(), token: z.string() });
type DiscordProcess = PlatformProcess<z.infer<typeof addressesSchema>>;

async function start({ folder, payloads }: BenchSetup): Promise<MeasuredPair> {
  const [ours, theirs] = await Promise.all([
    startPlatformProcess("discord", addressesSchema),
    startPlatformProcess("discord", addressesSchema),
  ]);
  const settings = ({ addresses }: DiscordProcess) => ({
    DISCORD_TOKEN: addresses.token,
    DISCORD_API_URL: addresses.restUrl,
  });
  const signpost = await startSignpost({ ...settings(ours), DATA_DIR: folder });
  const baselineBot = path.join(import.meta.dirname, "baseline-bot.ts");
  const baseline = await startBaseline(baselineBot, { ...settings(theirs), PAYLOADS: payloads });
  return { signpost: toMeasuredBot(ours, signpost), baseline: toMeasuredBot(theirs, baseline) };
}

const command = { command: "aws-help", option: "question" };

function toMeasuredBot(discord: DiscordProcess, bot: BotProcess): MeasuredBot {
  return {
    ask: (batch) => runLoad(discord, { ...batch, ...command }),
    askEveryWay: (batch) => runLoad(discord, { ...batch, ...command, isEverywhere: true }),
    measureUsage: bot.measureUsage,
    stop: async () => {
      await bot.stop();
      await discord.stop();
    },
  };
}
