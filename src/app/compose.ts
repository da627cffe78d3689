import { createResponder } from "../conversation/responder.ts";
import type { Responder } from "../conversation/types.ts";
import { createRecordFacts } from "../insight/record.ts";
import { createKeepUnanswered } from "../insight/unanswered.ts";
import { languagesFor } from "../knowledge/read-languages.ts";
import type { Study } from "../learning/learn-in-worker.ts";
import { learnInWorker } from "../learning/learn-in-worker.ts";
import { study } from "../learning/study.ts";
import type { Logger } from "../lib/logger.ts";
import type { Adapter } from "../platform/adapter.ts";
import { type Assistant, createAssistant } from "../runtime/assistant.ts";
import { teamAddress } from "../runtime/posts.ts";
import type { Trace } from "../runtime/trace.ts";
import type { Clock, Store } from "../store/store.ts";
import { type Config, ConfigError } from "./config.ts";

interface ComposeOptions {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
  readonly now: Clock;
  /** Told what takes long, for whoever watches the start. */
  readonly notify: (message: string) => void;
  /** The platforms that are running, once they are: where messages beside the replies go. */
  readonly adapters?: () => readonly Adapter[];
  /** Absent where nobody looks behind the replies. */
  readonly trace?: Trace;
}

/** What came of reading the knowledge anew; where it can't be used, the old one goes on answering. */
export type Reloaded = { readonly kind: "read" } | { readonly kind: "unusable"; readonly error: unknown };

/** The core, and the way to give it new knowledge. */
export interface ComposedCore {
  readonly assistant: Assistant;
  /** What it knows at present. */
  responder(): Responder;
  /** Reads and learns the knowledge anew in a worker; the old answers until the new is complete, or can't be used. */
  reload(): Promise<Reloaded>;
}

/**
 * Builds the core from the settings.
 * @throws KnowledgeError with every fault of the knowledge; ConfigError when DEFAULT_LOCALE is not spoken
 */
export async function composeCore({
  config,
  store,
  log,
  now,
  notify,
  adapters,
  trace,
}: ComposeOptions): Promise<ComposedCore> {
  const folders = { knowledgeFolder: config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR };
  checkDefaultLocale(config);
  let responder = responderFrom(await study(folders, notify));
  const assistant = createAssistant({
    responder: () => responder,
    store,
    record: createRecordFacts({ log, store }),
    keepUnanswered: config.KEEP_UNANSWERED === "yes" ? createKeepUnanswered({ log, store }) : undefined,
    log,
    defaultLocale: config.DEFAULT_LOCALE,
    now,
    ...(adapters && { adapters }),
    team: config.TEAM_CHANNEL,
    trace,
  });
  const readAnew = async (): Promise<Reloaded> => {
    try {
      checkDefaultLocale(config);
      responder = responderFrom(await learnInWorker(folders, notify));
      log.info({ entries: responder.knowledge.entries.length }, "the knowledge was read anew");
      return { kind: "read" };
    } catch (error) {
      log.error({ err: error }, "the new knowledge can't be used: the old one goes on answering");
      return { kind: "unusable", error };
    }
  };
  /** One after the other: what was written last has the last word. */
  let reading: Promise<unknown> = Promise.resolve();
  return {
    assistant,
    responder: () => responder,
    reload: () => {
      const next = reading.then(readAnew);
      reading = next;
      return next;
    },
  };
}

/** @throws ConfigError where the team's platform is not among those that run */
export function checkTeam({ TEAM_CHANNEL: team }: Config, adapters: readonly Adapter[]): void {
  if (!team || teamAddress(adapters, team)) return;
  throw new ConfigError([
    `TEAM_CHANNEL is on ${team.adapter}, which is not set: set that platform too, or choose a channel of another`,
  ]);
}

/** @throws ConfigError with the languages that there are, before anything is learned */
export function checkDefaultLocale({ DEFAULT_LOCALE, KNOWLEDGE_DIR }: Config): void {
  const spoken = languagesFor(KNOWLEDGE_DIR);
  if (!spoken.includes(DEFAULT_LOCALE))
    throw new ConfigError([`DEFAULT_LOCALE must be one of ${spoken.join(", ")}`]);
}

function responderFrom({ knowledge, model }: Study): Responder {
  return createResponder(knowledge, model);
}
