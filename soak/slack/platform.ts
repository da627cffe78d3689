import { agentViewScope } from "../../adapters/slack/agent-view.ts";
import { createSlack } from "../../adapters/slack/index.ts";
import { slackSettings } from "../../adapters/slack/settings.ts";
import type { Random } from "../../bench/random.ts";
import { defaultScopes } from "../../local/slack/options.ts";
import { startWorkspace, type Workspace } from "../../local/slack/workspace.ts";
import { startBotProcess } from "../bot-process.ts";
import { startEmbeddedBot } from "../embedded-bot.ts";
import { waitUntil } from "../pause.ts";
import type { RoundEnvironment, RoundEnvironmentOptions, SoakPlatform } from "../platform.ts";
import { prepareAsker, ways } from "./askers.ts";
import type { SlackFault } from "./fault.ts";
import { faults } from "./faults.ts";
import type { SlackRound } from "./round-context.ts";

export const soakPlatform: SoakPlatform<SlackFault> = { faults, waysUnder: () => ways, startEnvironment };

async function startEnvironment(options: RoundEnvironmentOptions<SlackFault>): Promise<RoundEnvironment> {
  const { fault, transport, clock, random, questions } = options;
  // Half of the rounds go without message.channels, so that a mention arrives as a single event.
  const channelMessages = random() < 0.5 ? ["message.channels"] : [];
  // And half of them with the agent view, where each direct message is answered in a thread of its own.
  const agentView = random() < 0.5;
  const workspace = await startWorkspace({
    clock,
    agentView,
    scopes: agentView ? [...defaultScopes, agentViewScope] : defaultScopes,
    events: ["app_home_opened", "app_mention", "message.im", ...channelMessages],
    burst: Number.POSITIVE_INFINITY,
  });
  const storeFaults = createStoreFaults(fault, random);
  const bot = await startBot(workspace, options, storeFaults.failsToStore);
  const round = { workspace, transport, clock, bot, random };
  return {
    prepareAsker: (one) => prepareAsker(round, fault, one),
    injectFaults: async () => {
      storeFaults.enable();
      await fault.inject?.(round, questions.length);
    },
    waitUntilIdle: () => waitUntilIdle(round),
    close: async () => {
      await bot.stop();
      await workspace.close();
    },
  };
}

function startBot(
  workspace: Workspace,
  options: RoundEnvironmentOptions<SlackFault>,
  failsToStore: (id: string) => boolean,
) {
  const { fault, transport, clock, knowledge } = options;
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
  if (fault.needsProcess) return startBotProcess({ settings, modelFolder: knowledge.modelFolder, onPort });
  const read = slackSettings.schema.parse(settings);
  return startEmbeddedBot({
    createAdapter: (dependencies) => createSlack({ settings: read, ...dependencies }),
    ...{ responder: knowledge.responder, clock, onPort, failsToStore },
  });
}

/** The store fails for each event as often as the fault says. Never for commands and presses: Slack sends them once. */
function createStoreFaults({ storeFailures }: SlackFault, random: Random) {
  const remaining = new Map<string, number>();
  let isEnabled = false;
  return {
    failsToStore: (id: string) => {
      if (!isEnabled || !storeFailures || /\/(command|press)\//.test(id)) return false;
      const count = remaining.get(id) ?? storeFailures(random);
      remaining.set(id, count - 1);
      return count > 0;
    },
    enable: () => {
      isEnabled = true;
    },
  };
}

/** The longest retry delay: Slack retries after 0, 1 and 5 minutes. */
const retryIntervalMs = 300_000;
const maxRetries = 8;

async function waitUntilIdle({ workspace, transport, clock, bot }: SlackRound): Promise<void> {
  if (transport === "socket") await waitUntil(60_000, () => workspace.connections() > 0);
  for (let retry = 0; retry < maxRetries && workspace.pendingEvents() > 0; retry++) {
    // Deliveries in flight get Slack's 3 s; only those that wait for a retry are hurried.
    await waitUntil(3500, () => workspace.pendingEvents() === 0);
    await bot.settle();
    clock.skip(retryIntervalMs);
  }
  await bot.recover();
  await bot.stop();
}
