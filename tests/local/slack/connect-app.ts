import { createServer } from "node:http";
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver, webApi } from "@slack/bolt";
import { onTestFinished } from "vitest";
import { createManualClock } from "../../../local/shared/clock.ts";
import type { WorkspaceOptions } from "../../../local/slack/options.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import { listenOnLoopback } from "../../support/loopback.ts";

/** A workspace whose time stands still, with a person and a channel; it ends with the test. */
export async function openWorkspace(options: Omit<WorkspaceOptions, "clock"> = {}) {
  const clock = createManualClock();
  const workspace = await startWorkspace({ ...options, clock });
  onTestFinished(() => workspace.close());
  const ana = workspace.person("ana");
  const channel = workspace.channel("general", { members: [ana] });
  return { workspace, clock, ana, channel };
}

/** Connections break on purpose here. */
const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

export type Transport = "socket" | "http";

/** A Bolt app that is installed there; what it hears is the test's. */
export async function connectApp(
  workspace: Workspace,
  transport: Transport,
  listen: (app: App) => void,
): Promise<App> {
  const clientOptions = { slackApiUrl: workspace.apiUrl };
  const shared = { token: workspace.botToken, clientOptions, logLevel: LogLevel.ERROR };
  if (transport === "socket") {
    const receiver = new SocketModeReceiver({
      appToken: workspace.appToken,
      installerOptions: { clientOptions },
      logger: quiet,
    });
    const app = new App({ ...shared, receiver });
    listen(app);
    await app.start();
    onTestFinished(async () => void (await app.stop()));
    return app;
  }
  const receiver = new HTTPReceiver({
    signingSecret: workspace.signingSecret,
    endpoints: "/slack/events",
    logLevel: LogLevel.ERROR,
  });
  const app = new App({ ...shared, receiver });
  listen(app);
  const server = createServer(receiver.requestListener);
  const port = await listenOnLoopback(server);
  workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return app;
}

export function createClient(workspace: Workspace, token = workspace.botToken): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}
