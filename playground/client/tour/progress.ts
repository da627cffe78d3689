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
  /** Where the question was asked; absent before. */
  readonly platform?: string;
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
  if (!done) return progress;
  return advance({ ...progress, ...done, at: progress.at + 1 }, events);
}

type Done = Pick<TourProgress, "since" | "platform">;

/** When a step was done, and where the question was asked; undefined if it was not done. */
function whenDone(
  step: TourStep,
  { asker, since }: TourProgress,
  { turns, person, unreadByAsker }: TourEvents,
): Done | undefined {
  const first = (by: PersonName, isIt: (turn: TurnRecord) => boolean) =>
    turns
      .filter((turn) => turn.person === by && turn.at >= since && turn.endedAt !== undefined && isIt(turn))
      .sort((one, other) => one.at - other.at)[0];
  const after = (turn: TurnRecord | undefined) => turn && { since: turn.at };
  switch (step) {
    case "ask": {
      const turn = first(asker, hasFact("answered"));
      return turn && { since: turn.at, platform: turn.platform };
    }
    case "stuck":
      return after(first(asker, hasFact("stuck")));
    case "team":
      // Asked again about the same topic, the bot says that the team has the question already.
      return after(first(asker, (turn) => hasFact("handed-over")(turn) || isPress(turn, "team")));
    case "helper":
      return person === helper ? { since } : undefined;
    case "take":
      return after(first(helper, (turn) => isPress(turn, "take")));
    case "answer":
      return after(first(helper, ({ input, passesOn }) => input.kind === "question" && passesOn));
    case "read":
      return person === asker && unreadByAsker === 0 ? { since } : undefined;
    case "solved":
      return after(first(asker, hasFact("solved")));
  }
}

const hasFact = (kind: TurnRecord["facts"][number]["kind"]) => (turn: TurnRecord) =>
  turn.facts.some((fact) => fact.kind === kind);

/** Whether somebody pressed a button with this action: src/answer/token.ts */
function isPress({ input }: TurnRecord, action: string): boolean {
  return input.kind === "press" && input.token.split(".")[1] === action;
}
