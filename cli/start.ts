import { platforms } from "../adapters/platforms.ts";
import { type Config, ConfigError, noPlatformSet, readConfig } from "../src/app/config.ts";
import { openStore } from "../src/app/open-store.ts";
import { followReloadRequests } from "../src/app/reload-request.ts";
import { serve } from "../src/app/serve.ts";
import { createLog } from "../src/insight/log.ts";
import type { ConfiguredPlatform } from "../src/platform/platform.ts";
import { endOnSignals } from "./shared/end-on-signals.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

const usage = {
  command: "start",
  given: "[--open]",
  options: {
    open: { type: "boolean", default: false, means: "opens the playground in the browser as well" },
  },
} as const;

/** Runs the bot, or the playground where no platform is set, until it is stopped. */
export const start: Command = async ({ arguments: given, environment }) => {
  const { values } = readArguments(usage, given);
  const { core, platforms: configured } = readConfig(environment, platforms);
  if (configured.length > 0) return await serveUntilStopped(core, configured);
  if (core.NODE_ENV === "production") throw new ConfigError([noPlatformSet(platforms)]);
  const { openPlayground } = await import("./shared/open-playground.ts");
  await openPlayground(core, { nothingSet: noPlatformSet(platforms), opensBrowser: values.open });
};

await runIfStarted(import.meta.filename, start);

async function serveUntilStopped(config: Config, configured: readonly ConfiguredPlatform[]): Promise<void> {
  const log = createLog(config.LOG_LEVEL ?? "info");
  const store = await openStore(config, (message) => log.warn(`store: ${message}`));
  const serving = serve({ config, platforms: configured, store, log });
  // From the start: without a listener, a SIGHUP meanwhile would end the process.
  process.on("SIGHUP", () => {
    serving.then(({ core }) => core.reload()).catch(() => {});
  });
  let stopFollowing = (): void => {};
  endOnSignals({
    log,
    stop: async () => {
      stopFollowing();
      await (await serving).stop();
    },
  });
  const { core, process: id, takesRequests } = await serving;
  stopFollowing = await followReloadRequests({ store, reload: core.reload, log, process: id });
  await takesRequests();
}
