import { converse } from "../../conversation/converse.ts";
import type { Responder } from "../../conversation/types.ts";
import type { Instruments } from "./instruments.ts";

/** Notes how sure the matcher was of each question: of the first reading in its turn, which is that of the words themselves. */
export function measureResponder(responder: Responder, { confidence }: Instruments): Responder {
  return {
    ...responder,
    converse: (state, turn) => {
      let isNoted = turn.input.kind !== "question";
      const noting: Responder = {
        ...responder,
        match: (text) => {
          const match = responder.match(text);
          const { outcome, ours, certainty } = match;
          if (!isNoted) confidence.observe({ outcome }, ours * certainty);
          isNoted = true;
          return match;
        },
      };
      return converse(noting, state, turn);
    },
  };
}
