import { onTestFinished } from "vitest";
import { createSlack } from "../../../adapters/slack/index.ts";
import { slackSettings } from "../../../adapters/slack/settings.ts";
import { createManualClock } from "../../../local/shared/clock.ts";
import type { WorkspaceOptions } from "../../../local/slack/options.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import { createHttp } from "../../../src/app/http.ts";
import { createLog } from "../../../src/insight/log.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Adapter, Core } from "../../../src/platform/adapter.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import { createAdapterMemory } from "../../../src/runtime/adapter-memory.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";

export type Transport = "socket" | "http";

interface Started {
  readonly workspace: Workspace;
  readonly slack: Adapter;
  /** Where Slack's requests go, with the transport http. */
  readonly url: string;
}

interface Others {
  readonly log?: Logger;
  readonly core?: Core;
  readonly workspace?: WorkspaceOptions;
  /** Further settings, as they stand in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told of the workspace before the bot starts, for settings that name its channels. */
  readonly prepare?: (workspace: Workspace) => Readonly<Record<string, string>>;
}

/** The bot in a local workspace of its own, through the real SDK; both end with the test. */
export async function startSlack(transport: Transport, others: Others = {}): Promise<Started> {
  const workspace = await startWorkspace({ clock: createManualClock(), ...others.workspace });
  onTestFinished(() => workspace.close());
  const settings = { ...others.settings, ...others.prepare?.(workspace) };
  const { core, log } = others;
  return { workspace, ...(await startBot(workspace, { transport, core, settings, ...(log && { log }) })) };
}

interface Bot {
  readonly transport: Transport;
  readonly core: Core | undefined;
  /** What an earlier bot kept; by default nothing. */
  readonly memory?: AdapterMemory | undefined;
  readonly now?: (() => number) | undefined;
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: Logger;
  /** What stands between the core and the adapter, for adapters that are broken on purpose. */
  readonly adapt?: ((adapter: Adapter) => Adapter) | undefined;
}

export const newMemory = () => createAdapterMemory(createMemoryStore(Date.now), "slack");

/** The bot in a workspace that is there already, also after an earlier one was stopped; it ends with the test. */
export async function startBot(
  workspace: Workspace,
  {
    transport,
    core,
    settings,
    adapt = (adapter) => adapter,
    memory = newMemory(),
    now = Date.now,
    log = createLog("silent"),
  }: Bot,
): Promise<Omit<Started, "workspace">> {
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  const way =
    transport === "socket"
      ? { SLACK_APP_TOKEN: workspace.appToken }
      : { SLACK_SIGNING_SECRET: workspace.signingSecret };
  const parsed = slackSettings.schema.parse({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_API_URL: workspace.apiUrl,
    ...way,
    ...settings,
  });
  const slack = adapt(createSlack({ settings: parsed, http, log, memory, now }));
  const url = `http://127.0.0.1:${await http.listen()}/slack/events`;
  if (transport === "http") workspace.deliverTo(url);
  await slack.start(core ?? startSmallPack());
  onTestFinished(async () => {
    await slack.stop();
    await http.close();
  });
  return { slack, url };
}
