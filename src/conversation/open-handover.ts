import { readToken } from "../answer/token.ts";
import type { Handover } from "../cases/handover.ts";
import type { TurnContext } from "./types.ts";

/** For a day after the team wrote, direct messages may be answers to it, in milliseconds. */
const teamReplyWindowMs = 24 * 3_600_000;

/** A person's handover on which the team has written, and who has spoken last: the team, or the bot for itself. */
export interface OpenHandover {
  readonly handover: Handover;
  readonly spokeLast: "team" | "bot";
}

/**
 * The handover that words in direct messages may be about. What the bot says of the team ("I've passed that on") counts as
 * the team's words.
 */
export function openHandoverFor({
  turn,
  state,
}: Pick<TurnContext, "turn" | "state">): OpenHandover | undefined {
  const { team, place, person, now } = turn;
  const handovers = [team?.handover, ...(team?.earlier ?? [])];
  const [handover] = handovers
    .filter((one) => one?.person === person)
    .filter((one) => one?.wrote !== undefined && !one.isClosed && now - one.wrote.at < teamReplyWindowMs)
    .toSorted((one, other) => (other?.wrote?.at ?? 0) - (one?.wrote?.at ?? 0));
  if (place !== "private" || !handover?.wrote) return undefined;
  const isLast = state.at === undefined || state.at < handover.wrote.at;
  return { handover, spokeLast: isLast || wasAboutTeam(state, handover) ? "team" : "bot" };
}

/** Whether the bot's last reply was about the handover, and not its own answer with the way to the team beside it. */
function wasAboutTeam({ offered }: TurnContext["state"], { id }: Handover): boolean {
  const actions = offered.flatMap(({ token }) => {
    const read = readToken(token);
    return read?.handover === id ? [read.action] : [];
  });
  return actions.length > 0 && !actions.includes("forward");
}
