import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createGuildControlServer } from "./control-server.ts";
import { startGuild } from "./guild.ts";

/**
 * Runs the guild in its own process: `tsx local/discord/main.ts`. Prints its addresses and its token as one line of
 * JSON; `controlUrl` is its control server. Stops on SIGTERM.
 */
const unlimited = Number.POSITIVE_INFINITY;
const guild = await startGuild({
  burst: unlimited,
  perSecond: unlimited,
  identifyWindowMs: 0,
  privileged: ["MessageContent"],
});
const control = createGuildControlServer(guild);
const port = await listenOnLoopback(control, 0);
const { restUrl, token, applicationId, botUserId, guildId } = guild;
const controlUrl = `http://127.0.0.1:${port}/`;
console.log(JSON.stringify({ restUrl, controlUrl, token, applicationId, botUserId, guildId }));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void Promise.all([guild.close(), closeServer(control)]));
}
