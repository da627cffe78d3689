import { draftsSchema, unexpiredDrafts } from "../../cases/draft.ts";
import type { Kept } from "../../conversation/kept.ts";
import { stateSchema } from "../../conversation/state.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Incoming } from "../../platform/incoming.ts";
import { sessionTtlMs } from "../session/session-writes.ts";
import { type KeptKind, type KeptOfPerson, type KeptValue, readHandover } from "./find-kept.ts";

const dayMs = 24 * 3_600_000;

interface Asking {
  readonly incoming: Pick<Incoming, "id" | "conversation" | "person">;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Absent if unanswered questions are not kept. */
  readonly unansweredDays?: number | undefined;
}

/** What is kept of a person, as they are shown it in the turn that asks for it. */
export function describeKept({ values, events }: KeptOfPerson, asking: Asking): Kept {
  const { incoming, now, unansweredDays } = asking;
  const of = (kind: KeptKind) => values.filter((value) => value.kind === kind);
  const states = of("state").flatMap(({ value }) => parseJson(value, stateSchema) ?? []);
  const latest = states.filter(({ entry }) => entry !== undefined).sort(newestFirst)[0];
  const [drafts] = of("drafts").map(({ value }) => parseJson(value, draftsSchema));
  const requests = of("request").flatMap(({ value }) => readHandover(value) ?? []);
  const [chosen] = of("locale");
  // What leads to the last request is a part of it, and a note if that has expired.
  const notes = of("note").length + (requests.length === 0 ? of("handed").length : 0);
  return {
    otherConversations: otherConversations(values, incoming),
    ...(latest?.entry !== undefined && { entry: latest.entry }),
    hasQuestion: states.some(({ words, question }) => words !== undefined || question !== undefined),
    ...(chosen && { chosen: chosen.value }),
    drafts: unexpiredDrafts(drafts ?? {}, now),
    requests: requests.sort(newestFirst),
    taken: of("taken").length,
    unfinished: events.filter((id) => id !== incoming.id).length,
    notes,
    days: sessionTtlMs / dayMs,
    ...(unansweredDays !== undefined && { unansweredDays }),
  };
}

interface Dated {
  readonly at?: number | undefined;
}

function newestFirst(one: Dated, other: Dated): number {
  return (other.at ?? 0) - (one.at ?? 0);
}

/** How many conversations there are beside the one that asks, by what is kept of each. */
function otherConversations(
  values: readonly KeptValue[],
  { conversation, person }: Asking["incoming"],
): number {
  const all = values.flatMap(({ kind, key }) => {
    const rest = key.slice(kind.length + 1);
    if (kind === "state") return [rest.slice(0, -person.length - 1)];
    return kind === "owner" || kind === "writers" ? [rest] : [];
  });
  return new Set(all.filter((other) => other !== conversation)).size;
}
