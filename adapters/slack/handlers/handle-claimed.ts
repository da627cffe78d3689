import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Outcome } from "../../../src/platform/outcome.ts";
import type { HandlerContext } from "./handler-context.ts";

/** An event on its way through the core. */
interface Handling {
  /** Whether the event is in the store, so that it may be acknowledged; false if that takes longer than 400 ms. */
  readonly isClaimed: Promise<boolean>;
  readonly outcome: Promise<Outcome>;
}

/** Far below the 3 s after which Slack counts an event as failed. */
const claimTimeoutMs = 400;

/** Hands an event to the core. */
export function handleClaimed({ handle }: Core, incoming: Incoming): Handling {
  let onClaimed = (): void => {};
  const claimed = new Promise<true>((resolve) => {
    onClaimed = () => resolve(true);
  });
  const outcome = handle(incoming, { onClaimed });
  const first = Promise.race([claimed, outcome.then(({ stored }) => stored)]);
  return { outcome, isClaimed: withTimeout(claimTimeoutMs, first).catch(() => false) };
}

type Ack = () => Promise<void>;

/**
 * Hands an interaction to the core, and acknowledges it once it is stored. It is answered also where Slack could not be
 * told that it arrived.
 */
export async function acknowledgeClaimed(
  { core, log }: Pick<HandlerContext, "core" | "log">,
  incoming: Incoming,
  ack: Ack,
): Promise<Outcome> {
  const { isClaimed, outcome } = handleClaimed(core, incoming);
  await isClaimed;
  await ack().catch((error: unknown) => log.warn({ err: error }, "slack: interaction not acknowledged"));
  return outcome;
}
