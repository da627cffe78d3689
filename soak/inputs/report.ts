import { brief } from "../../bench/tables.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { eventTexts } from "../../src/runtime/events/event-text.ts";
import type { InputRun } from "./run-inputs.ts";

/** Faults and slow inputs that are shown. */
const maxShown = { faults: 20, slow: 5 };

/** What came of a run, for people. */
export function toInputReport({ replies, posts, faults, times }: InputRun): string {
  const kinds = [...replies].sort(([, one], [, other]) => other - one);
  const quantiles = [0.5, 0.99, 0.999, 1].map((share) => brief(times.quantile(share))).join(", ");
  const slow = times.worst().slice(0, maxShown.slow);
  return [
    ...kinds.map(([kind, count]) => `${count} ${kind}`),
    `${posts} messages to the team or from it`,
    `CPU: ${quantiles} ms (median, 99 %, 99.9 %, most, with whatever else the process did)`,
    "The slowest, each timed three times more:",
    ...slow.map(({ incoming, firstMs, medianMs }) => {
      return `  ${brief(medianMs)} ms (at first ${brief(firstMs)} ms): ${describe(incoming)}`;
    }),
    `${faults.length} faults`,
    ...faults.slice(0, maxShown.faults),
  ].join("\n");
}

function describe({ input, place }: Incoming): string {
  const said = input.kind === "press" ? input.token : eventTexts({ input }).join("|");
  return `${input.kind}, ${place}, ${said.length} characters: ${JSON.stringify(said.slice(0, 60))}`;
}
