import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createWorkspaceControlServer } from "./control-server.ts";
import { startWorkspace } from "./workspace.ts";

/**
 * Runs the workspace in its own process: `tsx local/slack/main.ts`. Prints its addresses and tokens as one line of
 * JSON; `controlUrl` is its control server. Stops on SIGTERM.
 */
const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
const control = createWorkspaceControlServer(workspace);
const port = await listenOnLoopback(control, 0);
const { apiUrl, botToken, appToken, signingSecret, teamId, botUserId } = workspace;
const controlUrl = `http://127.0.0.1:${port}/`;
console.log(JSON.stringify({ apiUrl, controlUrl, botToken, appToken, signingSecret, teamId, botUserId }));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void Promise.all([workspace.close(), closeServer(control)]));
}
