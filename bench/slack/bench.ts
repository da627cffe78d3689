import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
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
import { prepareAnswers } from "./prepare-answers.ts";

const transports = ["HTTP", "Socket Mode"] as const;
type Transport = (typeof transports)[number];

/** Signpost under load, compared with a Bolt app that sends prepared answers. */
export const benchPlatform: BenchPlatform = async (isQuick, show) => {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-bench-"));
  try {
    const answers = await prepareAnswers(folder);
    const payloads = path.join(folder, "payloads.json");
    writeFileSync(payloads, JSON.stringify(answers));
    show(introduce(answers));
    for (const transport of transports) {
      show(`## ${transport}\n\n${await measure({ transport, folder, payloads, answers, isQuick })}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function introduce(answers: readonly PreparedAnswer[]): string {
  return `${toHeading("Signpost on Slack under load", "npm run bench -- slack")}

Signpost (\`cli/start.ts\` as it is run: our knowledge, SQLite) and a Bolt app that does \`await ack(); await respond()\`
with the very payload that Signpost answers the same question with (${answers.length} phrases of our knowledge, median
${medianSize(answers.map(([, payload]) => payload))}). Each is a process of its own and has a workspace of its own (local/slack), again a process
each. Both are asked the same slash commands in blocks that take turns; times are taken inside the workspace, from
the command until its acknowledgement and until its answer is there. "Added": Signpost less bare Bolt.`;
}

interface BenchSetup {
  readonly transport: Transport;
  readonly folder: string;
  readonly payloads: string;
  readonly answers: readonly PreparedAnswer[];
  readonly isQuick: boolean;
}

async function measure(setup: BenchSetup): Promise<string> {
  const pair = await start(setup);
  try {
    const nextQuestions = cycleThrough(setup.answers.map(([text]) => text));
    return await runSection(pair, nextQuestions, {
      name: `slack ${setup.transport}`,
      baselineName: "bare Bolt",
      isQuick: setup.isQuick,
      crowd: "",
    });
  } finally {
    await Promise.all([pair.signpost, pair.baseline].map((bot) => bot.stop()));
  }
}

const addressesSchema = z.object({
  apiUrl: z.string(),
  controlUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
});
type SlackProcess = PlatformProcess<z.infer<typeof addressesSchema>>;

async function start({ transport, folder, payloads }: BenchSetup): Promise<MeasuredPair> {
  const [ours, theirs] = await Promise.all([
    startPlatformProcess("slack", addressesSchema),
    startPlatformProcess("slack", addressesSchema),
  ]);
  const settings = ({ addresses }: SlackProcess) => ({
    SLACK_BOT_TOKEN: addresses.botToken,
    SLACK_API_URL: addresses.apiUrl,
    ...(transport === "HTTP"
      ? { SLACK_SIGNING_SECRET: addresses.signingSecret }
      : { SLACK_APP_TOKEN: addresses.appToken }),
  });
  const signpost = await startSignpost({ ...settings(ours), DATA_DIR: folder });
  const baselineApp = path.join(import.meta.dirname, "baseline-app.ts");
  const baseline = await startBaseline(baselineApp, { ...settings(theirs), PAYLOADS: payloads });
  if (transport === "HTTP") {
    await deliverTo(ours, signpost);
    await deliverTo(theirs, baseline);
  }
  return { signpost: toMeasuredBot(ours, signpost), baseline: toMeasuredBot(theirs, baseline) };
}

async function deliverTo(slack: SlackProcess, { port }: BotProcess): Promise<void> {
  await slack.control({ kind: "deliverTo", url: `http://127.0.0.1:${port}/slack/events` });
}

function toMeasuredBot(slack: SlackProcess, bot: BotProcess): MeasuredBot {
  const ask: MeasuredBot["ask"] = ({ people, questions }) =>
    runLoad(slack, { people, commands: questions.map((text) => `/aws-help ${text}`) });
  return {
    ask,
    askEveryWay: ask,
    measureUsage: bot.measureUsage,
    stop: async () => {
      await bot.stop();
      await slack.stop();
    },
  };
}
