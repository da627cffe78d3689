import { createSlack } from "../../adapters/slack/index.ts";
import { slackSettings } from "../../adapters/slack/settings.ts";
import type { Random } from "../../bench/random.ts";
import { startWorkspace, type Workspace } from "../../local/slack/workspace.ts";
import { startInside } from "../bot-inside.ts";
import { startProcess } from "../bot-process.ts";
import { waitUntil } from "../pause.ts";
import type { Opening, SoakPlatform, Stage } from "../stage.ts";
import { faults, type SlackFault } from "./faults.ts";
import { prepare, ways } from "./people.ts";
import type { Scene } from "./scene.ts";

export const soakPlatform: SoakPlatform<SlackFault> = { faults, waysUnder: () => ways, open };

async function open(opening: Opening<SlackFault>): Promise<Stage> {
  const { fault, transport, clock, random, wanted } = opening;
  // Without the messages' own events, mentions are told once, and what happens to them is not shared by a twin.
  const channelMessages = random() < 0.5 ? ["message.channels"] : [];
  const workspace = await startWorkspace({
    clock,
    events: ["app_home_opened", "app_mention", "message.im", ...channelMessages],
    burst: Number.POSITIVE_INFINITY,
  });
  const refusals = createRefusals(fault, random);
  const bot = await install(workspace, opening, refusals.refuses);
  const scene = { workspace, transport, clock, bot, random };
  return {
    prepare: (one) => prepare(scene, fault, one),
    strike: async () => {
      refusals.begin();
      await fault.strike?.(scene, wanted.length);
    },
    settle: () => settle(scene),
    close: () => workspace.close(),
  };
}

function install(workspace: Workspace, opening: Opening<SlackFault>, refuses: (id: string) => boolean) {
  const { fault, transport, clock, learned } = opening;
  const settings = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_API_URL: workspace.apiUrl,
    ...(transport === "socket"
      ? { SLACK_APP_TOKEN: workspace.appToken }
      : { SLACK_SIGNING_SECRET: workspace.signingSecret }),
  };
  const onPort = (port: number) => {
    if (transport === "http") workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  };
  if (fault.isProcess) return startProcess({ settings, learned: learned.folder, onPort });
  const read = slackSettings.schema.parse(settings);
  return startInside({
    createAdapter: (parts) => createSlack({ settings: read, ...parts }),
    ...{ responder: learned.responder, clock, onPort, refuses },
  });
}

/** The store refuses each event so often as the fault says, and presses and commands never: they are told once. */
function createRefusals({ refusals }: SlackFault, random: Random) {
  const left = new Map<string, number>();
  let isOn = false;
  return {
    refuses: (id: string) => {
      if (!isOn || !refusals || /\/(command|press)\//.test(id)) return false;
      const now = left.get(id) ?? refusals(random);
      left.set(id, now - 1);
      return now > 0;
    },
    begin: () => {
      isOn = true;
    },
  };
}

/** Slack tries again after 0, 1 and 5 minutes: these pass as soon as nothing moves. */
const betweenTries = 300_000;
const triesAtMost = 8;

async function settle({ workspace, transport, clock, bot }: Scene): Promise<void> {
  if (transport === "socket") await waitUntil(60_000, () => workspace.connections() > 0);
  for (let tries = 0; tries < triesAtMost && workspace.pendingEvents() > 0; tries++) {
    // What is under way is given the 3 s that Slack gives it: only what waits is to be hurried.
    await waitUntil(3500, () => workspace.pendingEvents() === 0);
    clock.leap(betweenTries);
  }
  await bot.recover();
  await bot.stop();
}
