import type { Incoming } from "../../platform/incoming.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Claims } from "./claims.ts";
import type { StoredEvent } from "./stored-event.ts";

interface Joined {
  /** The newest message, with the words of those before it that nobody had handled. */
  readonly incoming: Incoming;
  /** Marks them as done, unless the event that holds their words is not stored. */
  finishEarlier(outcome: Outcome): Promise<Outcome>;
}

/** Takes messages together that one person wrote in a row, so that they get one answer. */
export function createJoinEarlier(claims: Claims, toEvent: (incoming: Incoming) => StoredEvent) {
  return async (newest: Incoming, earlier: readonly Incoming[]): Promise<Joined> => {
    const taken: Incoming[] = [];
    for (const one of earlier) if ((await claims.claim(toEvent(one))) === "new") taken.push(one);
    return {
      incoming: taken.reduceRight(prepend, newest),
      finishEarlier: async (outcome) => {
        for (const { id } of taken) {
          if (outcome.stored) await claims.finish(id);
          else claims.release(id);
        }
        return outcome;
      },
    };
  };
}

/** One message of the two: the newer one, with the words of both, addressed if either was. */
function prepend(newer: Incoming, { input, addressed, mode, begunBy, late }: Incoming): Incoming {
  if (input.kind !== "question" || newer.input.kind !== "question") return newer;
  const texts = [input.text, newer.input.text].filter((text) => text !== "");
  return {
    ...newer,
    ...(mode && { mode }),
    ...(begunBy !== undefined && { begunBy }),
    ...(late && { late }),
    addressed: addressed || newer.addressed,
    input: {
      kind: "question",
      text: texts.join("\n"),
      hasPicture: input.hasPicture || newer.input.hasPicture,
    },
  };
}
