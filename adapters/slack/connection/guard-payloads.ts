import type { App, ReceiverEvent } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";
import { classifyBody } from "../parsing/classify-body.ts";
import { normaliseBody } from "../parsing/normalise-body.ts";
import { MalformedError } from "./malformed-error.ts";

export interface PayloadGuardOptions {
  readonly log: Logger;
  /** Tracks the handling of all payloads. */
  readonly background: (work: Promise<unknown>) => void;
  /** The installation's team. */
  readonly team: () => string;
}

/**
 * The app as a receiver sees it: its payloads are normalised, noise is acknowledged at once, and malformed ones are
 * rejected with a MalformedError. Bolt acknowledges an event before its handlers run; here it is acknowledged once they
 * are done, that is, once it is stored, and if they fail, Slack sends it again.
 */
export function guardPayloads(app: App, { log, background, team }: PayloadGuardOptions): App {
  const handle = async (event: ReceiverEvent): Promise<void> => {
    const body = normaliseBody(event.body, team());
    const kind = classifyBody(body);
    switch (kind) {
      case "event":
        await app.processEvent({ ...event, body, ack: async () => {} });
        await event.ack();
        return;
      case "interaction":
        return app.processEvent({ ...event, body });
      case "noise":
        log.debug({ type: body.type }, "slack: payload not handled");
        await event.ack();
        return;
      case "malformed":
        throw new MalformedError("the payload is none of Slack's");
    }
  };
  const processEvent = (event: ReceiverEvent): Promise<void> => {
    const handling = handle(event);
    background(handling);
    return handling;
  };
  return Object.create(app, { processEvent: { value: processEvent } });
}
