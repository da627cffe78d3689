import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { brief } from "../tables.ts";
import { startBareApp, startSignpost, startSlack } from "./children.ts";
import { type Amount, compare, type Draw, type Pair, peopleAtOnce, warm, watchMemory } from "./measure.ts";
import { type Asked, drawQuestions } from "./questions.ts";
import { acknowledgedAt, addedAtMedian, countFailed, quantile, toMemory, toTimes } from "./report.ts";

const transports = ["HTTP", "Socket Mode"] as const;
type Transport = (typeof transports)[number];

const amounts: Readonly<Record<"quick" | "full", Amount>> = {
  quick: { blocks: 6, commands: 100, waves: 4, memory: 2000 },
  full: { blocks: 40, commands: 100, waves: 10, memory: 20_000 },
};

/**
 * Signpost under load, beside a Bolt app that knows its answers by heart.
 * @param isQuick tries everything on little
 * @param show told each part of the report when it is there
 */
export async function benchSlack(isQuick: boolean, show: (section: string) => void): Promise<void> {
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
}

function introduce(asked: readonly Asked[]): string {
  const sizes = asked.map(([, payload]) => Buffer.byteLength(JSON.stringify(payload)));
  const load = brief(loadavg()[0] ?? 0);
  return `# Signpost on Slack under load

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} CPUs, load ${load} at the start.

Repeat it with \`npm run bench -- slack\`; \`--quick\` tries everything on little and writes nothing.

Signpost (\`src/main.ts\` as it is run: our knowledge, SQLite) and a Bolt app that does \`await ack(); await respond()\`
with the very payload that Signpost answers the same question with (${asked.length} phrases of our knowledge, median
${(quantile(sizes, 0.5) / 1000).toFixed(1)} kB). Each is a process of its own and has a workspace of its own (playground/slack), again a process
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
    return await take(pair, drawFrom(setting.asked), amounts[setting.isQuick ? "quick" : "full"]);
  } finally {
    const sides = Object.values(pair);
    await Promise.all(sides.map(({ running }) => running.end()));
    await Promise.all(sides.map(({ slack }) => slack.end()));
  }
}

async function take(pair: Pair, draw: Draw, { blocks, commands, waves, memory }: Amount): Promise<string> {
  await warm(pair, draw);
  const one = await compare(pair, draw, { blocks, commands, people: 1 });
  const many = await compare(pair, draw, {
    blocks,
    commands: waves * peopleAtOnce,
    people: peopleAtOnce,
  });
  const watched = await watchMemory(pair.signpost, draw, memory);
  const { overall, blocks: added } = addedAtMedian(one);
  return `One person at a time, ${blocks * commands} commands of each in ${blocks} blocks of each. **Added at the median: ${brief(overall)} ms**
(wanted: at most 1.5); block by block between ${brief(quantile(added, 0.1))} and ${brief(quantile(added, 0.9))} in four of five blocks. Until the answer is there:

${toTimes(one, "answered")}

Until it is acknowledged:

${toTimes(one, "acknowledged")}

${peopleAtOnce} people at once, ${blocks * waves} times of each. **p99 of the acknowledgement: ${brief(acknowledgedAt(0.99, many))} ms** (wanted: below 200). Until
it is acknowledged:

${toTimes(many, "acknowledged")}

Until the answer is there:

${toTimes(many, "answered")}

Memory of Signpost over ${watched.asked.toLocaleString("en")} further questions, ${peopleAtOnce} at once; each of ${watched.memory.length} samples is taken after the garbage was collected:

${toMemory(watched)}

Not acknowledged, or not answered within 30 s: ${countFailed(one)} (one person), ${countFailed(many)}
(${peopleAtOnce} people), ${watched.failed} of Signpost (memory).`;
}

async function start({ transport, folder, payloads }: Setting): Promise<Pair> {
  const [ours, theirs] = await Promise.all([startSlack(), startSlack()]);
  const settings = ({ addresses }: typeof ours) => ({
    SLACK_BOT_TOKEN: addresses.botToken,
    SLACK_API_URL: addresses.apiUrl,
    ...(transport === "HTTP"
      ? { SLACK_SIGNING_SECRET: addresses.signingSecret }
      : { SLACK_APP_TOKEN: addresses.appToken }),
  });
  const signpost = await startSignpost({ ...settings(ours), DATA_DIR: folder });
  const bare = await startBareApp({ ...settings(theirs), PAYLOADS: payloads });
  if (transport === "HTTP") {
    await ours.deliverTo(signpost.port);
    await theirs.deliverTo(bare.port);
  }
  return { signpost: { slack: ours, running: signpost }, bare: { slack: theirs, running: bare } };
}

/** One question after the other, and from the first again after the last. */
function drawFrom(asked: readonly Asked[]): Draw {
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const [text = ""] = asked[next % asked.length] ?? [];
      next += 1;
      return `/aws-help ${text}`;
    });
}
