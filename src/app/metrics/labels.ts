import type { Fact } from "../../answer/fact.ts";
import type { Match } from "../../matching/match.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Store } from "../../store/store.ts";

/** The values of labels are closed sets: each is known before the first event. */

type EventOutcome =
  | "answered"
  | "form"
  | "removed"
  | "quiet"
  | "unsent"
  | "undeliverable"
  | NonNullable<Outcome["exception"]>["kind"];

/** What became of an event (docs/metrics.md). */
export const eventOutcomes = namesOf<EventOutcome>({
  answered: true,
  form: true,
  removed: true,
  quiet: true,
  repeated: true,
  refused: true,
  deferred: true,
  failed: true,
  unsent: true,
  undeliverable: true,
});

export const redeliveryResults = ["delivered", "unsent", "undeliverable"] as const;

export const factKinds = namesOf<Fact["kind"]>({
  asked: true,
  answered: true,
  "asked-back": true,
  suggested: true,
  declined: true,
  "not-meant": true,
  solved: true,
  stuck: true,
  drafted: true,
  sent: true,
  "handed-over": true,
  nudged: true,
  "kept-quiet": true,
});

export const matchOutcomes = namesOf<Match["outcome"]>({
  answer: true,
  choice: true,
  suggest: true,
  decline: true,
});

export const storeOperations = namesOf<keyof Store>({
  claim: true,
  earlier: true,
  leave: true,
  renew: true,
  finish: true,
  unfinished: true,
  claimed: true,
  get: true,
  find: true,
  set: true,
  append: true,
  read: true,
  write: true,
  check: true,
  scrub: true,
  close: true,
});

export const storeResults = ["ok", "failed"] as const;

/** All members of a union; the compiler finds what is missing. */
function namesOf<Name extends string>(all: Readonly<Record<Name, true>>): readonly Name[] {
  return Object.keys(all).filter((name): name is Name => name in all);
}
