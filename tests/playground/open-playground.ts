import path from "node:path";
import { onTestFinished } from "vitest";
import { type Playground, startPlayground } from "../../playground/bot/start-playground.ts";
import { readCoreConfig } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { ourData } from "../support/our-knowledge.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

interface Opened extends Playground {
  /** Where its knowledge stands. */
  readonly folder: string;
}

/** The playground over the small pack; it ends with the test. */
export async function openPlayground(): Promise<Opened> {
  const [knowledgeFolder, dataFolder] = [writeFiles(smallPack), temporaryFolder()];
  keepLearned({ knowledgeFolder, dataFolder });
  const playground = await start(knowledgeFolder, dataFolder);
  onTestFinished(() => playground.stop());
  return { ...playground, folder: knowledgeFolder };
}

/** The playground over our own knowledge; who starts it stops it. */
export function startOurs(): Promise<Playground> {
  return start(path.join(import.meta.dirname, "..", "..", "knowledge"), ourData);
}

function start(knowledgeFolder: string, dataFolder: string): Promise<Playground> {
  const environment = { KNOWLEDGE_DIR: knowledgeFolder, DATA_DIR: dataFolder, PORT: "0" };
  const config = readCoreConfig(environment, []);
  return startPlayground(config, { log: createLog("silent"), opened: () => {} });
}

/** Does something as a person, as the page does it. */
export async function act(url: string, order: object, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/api/act`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, ...headers },
    body: JSON.stringify(order),
  });
  return { status: response.status, body: await response.json() };
}

/** Reads something as the page does it. */
export async function look<T>(url: string, path: string): Promise<T> {
  const response = await fetch(`${url}${path}`);
  const found: T = JSON.parse(await response.text());
  return found;
}
