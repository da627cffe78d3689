import path from "node:path";
import { onTestFinished } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import type { Guild } from "../../local/discord/guild.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import { type Playground, startPlayground } from "../../playground/bot/start-playground.ts";
import { openDiscord } from "../../playground/discord/local-platform.ts";
import { openSlack } from "../../playground/slack/local-platform.ts";
import { readCoreConfig } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { ourData } from "../support/our-knowledge.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

interface Running extends Playground {
  readonly workspace: Workspace;
  readonly guild: Guild;
}

interface Opened extends Running {
  /** Its knowledge folder. */
  readonly folder: string;
}

/** A playground with the small pack, or another one. It stops when the test ends. */
export async function openPlayground(pack: Readonly<Record<string, string>> = smallPack): Promise<Opened> {
  const [knowledgeFolder, dataFolder] = [writeFiles(pack), temporaryFolder()];
  keepLearned({ knowledgeFolder, dataFolder });
  const playground = await start(knowledgeFolder, dataFolder);
  onTestFinished(() => playground.stop());
  return { ...playground, folder: knowledgeFolder };
}

/** A playground with our own knowledge. The caller stops it. */
export function startOurs(): Promise<Running> {
  return start(path.join(import.meta.dirname, "..", "..", "knowledge"), ourData);
}

/**
 * A playground whose small pack has to be learned first.
 * @param opened called as soon as the page can be opened; the bot starts once this is done
 */
export async function openUnlearned(opened: (url: string) => void | Promise<void>): Promise<Running> {
  const playground = await start(writeFiles(smallPack), temporaryFolder(), opened);
  onTestFinished(() => playground.stop());
  return playground;
}

async function start(
  knowledgeFolder: string,
  dataFolder: string,
  opened: (url: string) => void | Promise<void> = () => {},
): Promise<Running> {
  const environment = { KNOWLEDGE_DIR: knowledgeFolder, DATA_DIR: dataFolder, PORT: "0" };
  const config = readCoreConfig(environment, []);
  const [slack, discord] = await Promise.all([openSlack(), openDiscord()]);
  const options = { platforms, locals: [slack, discord], log: createLog("silent"), opened };
  const playground = await startPlayground(config, options);
  return { ...playground, workspace: slack.workspace, guild: discord.guild };
}

/** Sends an action to the server, as the page does. */
export async function act(url: string, order: object, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/api/act`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, ...headers },
    body: JSON.stringify(order),
  });
  return { status: response.status, body: await response.json() };
}

/** Reads from the server, as the page does. */
export async function look<T>(url: string, path: string): Promise<T> {
  const response = await fetch(`${url}${path}`);
  const found: T = JSON.parse(await response.text());
  return found;
}
