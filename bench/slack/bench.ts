import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { BenchPlatform } from "../find-platform.ts";
import { load, type Running, startBare, startSignpost, startWorld, type World } from "../load/children.ts";
import { medianSize, toHeading } from "../load/heading.ts";
import { drawFrom, type Pair, type Side } from "../load/measure.ts";
import { takeSection } from "../load/section.ts";
import { type Asked, drawQuestions } from "./questions.ts";

const transports = ["HTTP", "Socket Mode"] as const;
type Transport = (typeof transports)[number];

/**
 * Signpost under load, beside a Bolt app that knows its answers by heart.
 */
export const benchPlatform: BenchPlatform = async (isQuick, show) => {
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-bench-"));
  try {
    const asked = await drawQuestions(folder);
    const payloads = path.join(folder, "payloads.json");
    writeFileSync(payloads, JSON.stringify(asked));
    show(introduce(asked));
    for (const transport of transports) {
      show(`## ${transport}\n\n${await measure({ transport, folder, payloads, asked, isQuick })}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function introduce(asked: readonly Asked[]): string {
  return `${toHeading("Signpost on Slack under load", "npm run bench -- slack")}

Signpost (\`cli/start.ts\` as it is run: our knowledge, SQLite) and a Bolt app that does \`await ack(); await respond()\`
with the very payload that Signpost answers the same question with (${asked.length} phrases of our knowledge, median
${medianSize(asked.map(([, payload]) => payload))}). Each is a process of its own and has a workspace of its own (local/slack), again a process
each. Both are asked the same slash commands in blocks that take turns; times are taken inside the workspace, from
the command until its acknowledgement and until its answer is there. "Added": Signpost less bare Bolt.`;
}

interface Setting {
  readonly transport: Transport;
  readonly folder: string;
  readonly payloads: string;
  readonly asked: readonly Asked[];
  readonly isQuick: boolean;
}

async function measure(setting: Setting): Promise<string> {
  const pair = await start(setting);
  try {
    const draw = drawFrom(setting.asked.map(([text]) => text));
    return await takeSection(pair, draw, { bare: "bare Bolt", isQuick: setting.isQuick, crowd: "" });
  } finally {
    await Promise.all(Object.values(pair).map((side) => side.end()));
  }
}

const addressesSchema = z.object({
  apiUrl: z.string(),
  controlUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
});
type Slack = World<z.infer<typeof addressesSchema>>;

async function start({ transport, folder, payloads }: Setting): Promise<Pair> {
  const [ours, theirs] = await Promise.all([
    startWorld("slack", addressesSchema),
    startWorld("slack", addressesSchema),
  ]);
  const settings = ({ addresses }: Slack) => ({
    SLACK_BOT_TOKEN: addresses.botToken,
    SLACK_API_URL: addresses.apiUrl,
    ...(transport === "HTTP"
      ? { SLACK_SIGNING_SECRET: addresses.signingSecret }
      : { SLACK_APP_TOKEN: addresses.appToken }),
  });
  const signpost = await startSignpost({ ...settings(ours), DATA_DIR: folder });
  const bareApp = path.join(import.meta.dirname, "bare-app.ts");
  const bare = await startBare(bareApp, { ...settings(theirs), PAYLOADS: payloads });
  if (transport === "HTTP") {
    await deliverTo(ours, signpost);
    await deliverTo(theirs, bare);
  }
  return { signpost: toSide(ours, signpost), bare: toSide(theirs, bare) };
}

async function deliverTo(slack: Slack, { port }: Running): Promise<void> {
  await slack.order({ kind: "deliverTo", url: `http://127.0.0.1:${port}/slack/events` });
}

function toSide(slack: Slack, running: Running): Side {
  const ask: Side["ask"] = ({ people, questions }) =>
    load(slack, { people, commands: questions.map((text) => `/aws-help ${text}`) });
  return {
    ask,
    askEverywhere: ask,
    memory: running.memory,
    end: async () => {
      await running.end();
      await slack.end();
    },
  };
}
