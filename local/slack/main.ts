import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createControl } from "./control-server.ts";
import { startWorkspace } from "./workspace.ts";

/**
 * The workspace in a process of its own: `tsx local/slack/main.ts`. Prints its addresses and tokens as one line
 * of JSON; what control.ts lists is asked for at `controlUrl`. Ends on SIGTERM.
 */
const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
const control = createControl(workspace);
const port = await listenOnLoopback(control, 0);
const { apiUrl, botToken, appToken, signingSecret, teamId, botUserId } = workspace;
const controlUrl = `http://127.0.0.1:${port}/`;
console.log(JSON.stringify({ apiUrl, controlUrl, botToken, appToken, signingSecret, teamId, botUserId }));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void Promise.all([workspace.close(), closeServer(control)]));
}
