import type { Locale } from "../answer/locale.ts";
import type { NudgeTimes } from "../conversation/nudge/nudge-times.ts";
import type { Responder } from "../conversation/types.ts";
import type { RecordFacts } from "../insight/record.ts";
import type { KeepUnanswered } from "../insight/unanswered.ts";
import type { Logger } from "../lib/logger.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { Clock, Store } from "../store/store.ts";
import type { TeamChannel } from "./sending/posts.ts";
import type { Trace } from "./trace.ts";

/** What the runtime is made of. */
export interface RuntimeOptions {
  readonly responder: () => Responder;
  readonly store: Store;
  readonly record: RecordFacts;
  /** Absent if unanswered questions are not kept. */
  readonly keepUnanswered?: KeepUnanswered | undefined;
  readonly log: Logger;
  readonly defaultLocale: Locale;
  readonly now: Clock;
  /** The adapters that are running. */
  readonly adapters?: () => readonly Adapter[];
  readonly team?: TeamChannel | undefined;
  /** Whose bot it is, as it says it of itself. */
  readonly teamName?: string;
  /** Whether the team is told of replies that look like fake support. */
  readonly tellsTeamOfLures?: boolean;
  /** What is done about answers that got no reaction; nothing if absent. */
  readonly unreacted?: Unreacted | undefined;
  /**
   * Whether other processes may answer the same people: then the order of a conversation is kept and limits per person are
   * counted in the store.
   */
  readonly isOneOfSeveral?: boolean;
  readonly trace?: Trace | undefined;
}

/** What is done about answers that got no reaction. */
export interface Unreacted {
  /** When it is asked whether they helped; never if absent. */
  readonly nudge?: NudgeTimes | undefined;
  /** After how many hours a forum post counts as idle; never if absent. */
  readonly idleAfterHours?: number | undefined;
}

/** How long one call of the store may take, in milliseconds. */
export const storeTimeoutMs = 2000;
