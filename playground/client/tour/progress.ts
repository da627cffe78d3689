import type { TurnRecord } from "../../server/core-view.ts";
import type { PersonName } from "../../server/people.ts";

/** The long way: from a question to a person's answer and back. */
export const tourSteps = ["ask", "stuck", "team", "helper", "take", "answer", "read", "solved"] as const;
export type TourStep = (typeof tourSteps)[number];

/** Who answers for the team: the moderator. */
export const helper = "sam" satisfies PersonName;

export interface TourProgress {
  readonly asker: PersonName;
  /** The index of the step to do; as many as there are steps once all are done. */
  readonly at: number;
  /** When the tour began or the last step was done, in milliseconds since 1970: older turns don't count. */
  readonly since: number;
}

/** What really happened, on any platform. */
export interface TourEvents {
  /** The bot's latest turns, in any order; `person` is a name. */
  readonly turns: readonly TurnRecord[];
  /** Who the reader is at the moment. */
  readonly person: PersonName;
  /** How many messages for the asker are unread. */
  readonly unreadByAsker: number;
}

/** The progress after what happened. Steps are done in order, one turn for each, and never undone. */
export function advance(progress: TourProgress, events: TourEvents): TourProgress {
  const step = tourSteps[progress.at];
  if (step === undefined) return progress;
  const done = whenDone(step, progress, events);
  return done === undefined ? progress : advance({ ...progress, at: progress.at + 1, since: done }, events);
}

/** When a step was done; undefined if it was not. */
function whenDone(
  step: TourStep,
  { asker, since }: TourProgress,
  { turns, person, unreadByAsker }: TourEvents,
): number | undefined {
  const first = (by: PersonName, isIt: (turn: TurnRecord) => boolean) =>
    turns
      .filter((turn) => turn.person === by && turn.at >= since && turn.endedAt !== undefined && isIt(turn))
      .map(({ at }) => at)
      .sort((one, other) => one - other)[0];
  switch (step) {
    case "ask":
      return first(asker, hasFact("answered"));
    case "stuck":
      return first(asker, hasFact("stuck"));
    case "team":
      // Asked again about the same topic, the bot says that the team has the question already.
      return first(asker, (turn) => hasFact("handed-over")(turn) || isPress(turn, "team"));
    case "helper":
      return person === helper ? since : undefined;
    case "take":
      return first(helper, (turn) => isPress(turn, "take"));
    case "answer":
      return first(helper, ({ input, passesOn }) => input.kind === "question" && passesOn);
    case "read":
      return person === asker && unreadByAsker === 0 ? since : undefined;
    case "solved":
      return first(asker, hasFact("solved"));
  }
}

const hasFact = (kind: TurnRecord["facts"][number]["kind"]) => (turn: TurnRecord) =>
  turn.facts.some((fact) => fact.kind === kind);

/** Whether somebody pressed a button with this action: src/answer/token.ts */
function isPress({ input }: TurnRecord, action: string): boolean {
  return input.kind === "press" && input.token.split(".")[1] === action;
}
