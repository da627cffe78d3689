import type { Responder } from "../conversation/types.ts";
import { createRecordFacts } from "../insight/record.ts";
import { createKeepUnanswered } from "../insight/unanswered.ts";
import { draftsFor, languagesFor } from "../knowledge/read-languages.ts";
import type { NotifyOfLearning } from "../learning/load-with-model.ts";
import type { Logger } from "../lib/logger.ts";
import type { Adapter } from "../platform/adapter.ts";
import { type Assistant, createAssistant } from "../runtime/assistant.ts";
import type { Unreacted } from "../runtime/runtime-options.ts";
import { teamAddress } from "../runtime/sending/posts.ts";
import type { Trace } from "../runtime/trace.ts";
import type { Clock, Store } from "../store/store.ts";
import { type Config, ConfigError } from "./config.ts";
import { type Measures, unmeasured } from "./metrics/measures.ts";
import { createReloadableResponder, type Reloaded } from "./reloadable-responder.ts";

interface ComposeOptions {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
  readonly now: Clock;
  /** Told about what takes long, for whoever watches the start. */
  readonly notify: NotifyOfLearning;
  /** The adapters that are running, once they are: where messages beside the replies go. */
  readonly adapters?: () => readonly Adapter[];
  /** Follows each event through the core, for the playground. */
  readonly trace?: Trace;
  readonly measures?: Measures;
}

/** The core, and the way to give it new knowledge. */
export interface ComposedCore {
  readonly assistant: Assistant;
  /** The responder in use. */
  responder(): Responder;
  reload(): Promise<Reloaded>;
}

/**
 * Builds the core from the settings.
 * @throws KnowledgeError with every fault of the knowledge; ConfigError if DEFAULT_LOCALE is not spoken
 */
export async function composeCore(options: ComposeOptions): Promise<ComposedCore> {
  const { config, store, log, now, notify, adapters, trace, measures = unmeasured } = options;
  const { current, reload } = await createReloadableResponder({
    folders: { knowledgeFolder: config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR },
    log,
    notify,
    check: () => checkDefaultLocale(config),
    measure: measures.responder,
  });
  const assistant = createAssistant({
    responder: current,
    store,
    record: measures.record(createRecordFacts({ log, store })),
    keepUnanswered: config.KEEP_UNANSWERED === "yes" ? createKeepUnanswered({ log, store }) : undefined,
    log,
    defaultLocale: config.DEFAULT_LOCALE,
    now,
    ...(adapters && { adapters }),
    team: config.TEAM_CHANNEL && { ...config.TEAM_CHANNEL, replies: config.TEAM_REPLIES },
    ...(config.TEAM_NAME !== undefined && { teamName: config.TEAM_NAME }),
    tellsTeamOfLures: config.TELL_TEAM_OF_LURES === "yes",
    unreacted: unreactedFrom(config),
    isOneOfSeveral: config.DATABASE_URL !== undefined,
    trace,
  });
  return { assistant: measures.assistant(assistant), responder: current, reload };
}

/** Undefined if nothing is done about answers that got no reaction: then nothing is stored of them. */
function unreactedFrom({ NUDGE: nudge, TAG_IDLE_POSTS: idleAfterHours }: Config): Unreacted | undefined {
  return nudge || idleAfterHours !== undefined ? { nudge, idleAfterHours } : undefined;
}

/** @throws ConfigError if the team's platform is not running */
export function checkTeam({ TEAM_CHANNEL: team }: Config, adapters: readonly Adapter[]): void {
  if (!team || teamAddress(adapters, team)) return;
  throw new ConfigError([
    `TEAM_CHANNEL is on ${team.adapter}, which is not set: set that platform too, or choose a channel of another`,
  ]);
}

/** @throws ConfigError that names the languages there are */
export function checkDefaultLocale({ DEFAULT_LOCALE, KNOWLEDGE_DIR }: Config): void {
  const spoken = languagesFor(KNOWLEDGE_DIR);
  if (spoken.includes(DEFAULT_LOCALE)) return;
  const isDraft = draftsFor(KNOWLEDGE_DIR).includes(DEFAULT_LOCALE);
  const reason = isDraft ? `: ${DEFAULT_LOCALE} is a draft, which only a preview shows` : "";
  throw new ConfigError([`DEFAULT_LOCALE must be one of ${spoken.join(", ")}${reason}`]);
}
