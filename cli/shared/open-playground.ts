import { spawn } from "node:child_process";
import { platforms } from "../../adapters/platforms.ts";
import { openLocalPlatforms } from "../../playground/bot/open-local-platforms.ts";
import { startPlayground } from "../../playground/bot/start-playground.ts";
import type { Config } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { endOnSignals } from "./end-on-signals.ts";

interface Options {
  /** Says which settings switch a platform on. */
  readonly nothingSet: string;
  readonly opensBrowser: boolean;
}

/** Runs the playground until SIGINT or SIGTERM. */
export async function openPlayground(config: Config, { nothingSet, opensBrowser }: Options): Promise<void> {
  const locals = await openLocalPlatforms(platforms);
  const isLocal = (name: string) => locals.some((local) => local.name === name);
  const titles = platforms.filter(({ name }) => isLocal(name)).map(({ title }) => title);
  const log = createLog(config.LOG_LEVEL ?? "warn");
  const starting = startPlayground(config, {
    platforms,
    locals,
    log,
    opened: (url) => {
      console.log(greet(url, titles, nothingSet));
      if (opensBrowser) openInBrowser(url);
    },
  });
  endOnSignals({ log, stop: async () => (await starting).stop() });
  await starting;
}

function greet(url: string, titles: readonly string[], nothingSet: string): string {
  const list = new Intl.ListFormat("en").format(titles);
  return [
    `This is the playground: ${url}`,
    `The real bot, with ${list} on this machine alone. Nothing that is said here is kept.`,
    "",
    `To serve people: ${nothingSet}.`,
    "For the chat in this terminal: npx signpost chat. To end: Ctrl+C.",
  ].join("\n");
}

/** If there is no such program, the address on the terminal has to do. */
function openInBrowser(url: string): void {
  const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ["open", url],
    win32: ["cmd", "/c", "start", url],
  };
  const [program = "", ...given] = programs[process.platform] ?? ["xdg-open", url];
  spawn(program, given, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
