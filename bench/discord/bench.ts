import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { loadWithModel } from "../../src/learning/load-with-model.ts";
import type { BenchPlatform } from "../find-platform.ts";
import { load, type Running, startBare, startSignpost, startWorld, type World } from "../load/children.ts";
import { medianSize, toHeading } from "../load/heading.ts";
import { drawFrom, type Pair, type Side } from "../load/measure.ts";
import { takeSection } from "../load/section.ts";
import { ourPhrases } from "../our-phrases.ts";
import { type Asked, learnAnswers } from "./learn-answers.ts";

const knowledge = path.join(import.meta.dirname, "..", "..", "knowledge");
/** Phrases that are asked when everything is tried on little. */
const few = 500;

/**
 * Signpost under load, beside a discord.js bot that knows its answers by heart.
 */
export const benchPlatform: BenchPlatform = async (isQuick, show) => {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-bench-"));
  try {
    await loadWithModel({ knowledgeFolder: knowledge, dataFolder: folder }, () => {});
    const phrases = ourPhrases(knowledge);
    const asked = await learnAnswers(isQuick ? phrases.slice(0, few) : phrases, folder);
    const payloads = path.join(folder, "payloads.json");
    writeFileSync(payloads, JSON.stringify(asked));
    show(introduce(asked));
    show(await measure({ folder, payloads, asked, isQuick }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function introduce(asked: readonly Asked[]): string {
  return `${toHeading("Signpost on Discord under load", "npm run bench -- discord")}

Signpost (\`cli/start.ts\` as it is run: our knowledge, SQLite) and a discord.js bot that does \`await reply()\` with the
very message that Signpost answers the same question with (${asked.length} phrases of our knowledge, median
${medianSize(asked.map(([, payload]) => payload))}). Each is a process of its own and has a Discord server of its own (local/discord), again a process
each. Both are asked the same slash commands in blocks that take turns, each by somebody new; times are taken inside
the server, from the command until its acknowledgement and until its answer is there. "Added": Signpost less bare
discord.js. Our server counts no requests, but discord.js itself sends at most 50 messages in a second.`;
}

interface Setting {
  readonly folder: string;
  readonly payloads: string;
  readonly asked: readonly Asked[];
  readonly isQuick: boolean;
}

async function measure(setting: Setting): Promise<string> {
  const pair = await start(setting);
  const crowd = ", each by somebody new, in turn by the command, a direct message and a mention";
  try {
    const draw = drawFrom(setting.asked.map(([text]) => text));
    return await takeSection(pair, draw, { bare: "bare discord.js", isQuick: setting.isQuick, crowd });
  } finally {
    await Promise.all(Object.values(pair).map((side) => side.end()));
  }
}

const addressesSchema = z.object({ restUrl: z.string(), controlUrl: z.string(), token: z.string() });
type Discord = World<z.infer<typeof addressesSchema>>;

async function start({ folder, payloads }: Setting): Promise<Pair> {
  const [ours, theirs] = await Promise.all([
    startWorld("discord", addressesSchema),
    startWorld("discord", addressesSchema),
  ]);
  const settings = ({ addresses }: Discord) => ({
    DISCORD_TOKEN: addresses.token,
    DISCORD_API_URL: addresses.restUrl,
  });
  const signpost = await startSignpost({ ...settings(ours), DATA_DIR: folder });
  const bareBot = path.join(import.meta.dirname, "bare-bot.ts");
  const bare = await startBare(bareBot, { ...settings(theirs), PAYLOADS: payloads });
  return { signpost: toSide(ours, signpost), bare: toSide(theirs, bare) };
}

const command = { command: "aws-help", option: "question" };

function toSide(discord: Discord, running: Running): Side {
  return {
    ask: (order) => load(discord, { ...order, ...command }),
    askEverywhere: (order) => load(discord, { ...order, ...command, isEverywhere: true }),
    memory: running.memory,
    end: async () => {
      await running.end();
      await discord.end();
    },
  };
}
