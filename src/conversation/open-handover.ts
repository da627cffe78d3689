import { readToken } from "../answer/token.ts";
import type { Handover } from "../cases/handover.ts";
import type { TurnContext } from "./types.ts";

/** For a day after the team wrote, direct messages may be answers to it, in milliseconds. */
const windowMs = 24 * 3_600_000;

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
  if (place !== "private") return undefined;
  const [latest] = [team?.handover, ...(team?.earlier ?? [])]
    .flatMap((handover) => {
      const at = handover && lastHeard(handover);
      return handover === undefined || at === undefined ? [] : [{ handover, at }];
    })
    .filter(({ handover, at }) => handover.person === person && !handover.isClosed && now - at < windowMs)
    .toSorted((one, other) => other.at - one.at);
  if (!latest) return undefined;
  const { handover, at } = latest;
  const isLast = state.at === undefined || state.at < at;
  return { handover, spokeLast: isLast || wasAboutTeam(state, handover) ? "team" : "bot" };
}

/** When the person last heard something of the team that asks for an answer. */
function lastHeard({ wrote, openedAt }: Handover): number | undefined {
  const times = [wrote?.at, openedAt].filter((at) => at !== undefined);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Whether the bot's last reply was about the handover, and not its own answer with the way to the team beside it. */
function wasAboutTeam({ offered }: TurnContext["state"], { id }: Handover): boolean {
  return offered.some(({ token }) => {
    const read = readToken(token);
    return read?.handover === id && read.action !== "forward";
  });
}
