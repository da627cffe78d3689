import type { App, ReceiverEvent } from "@slack/bolt";

/**
 * Bolt acknowledges an event before its handlers run. Here it is acknowledged once they are done, that is, once it is
 * stored; if they fail, Slack sends it again.
 * @param background tracks the handling of all events
 */
export function acknowledgeAfterHandling(app: App, background: (work: Promise<unknown>) => void): App {
  const handle = async (event: ReceiverEvent): Promise<void> => {
    if (event.body.type !== "event_callback") return app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => {} });
    await event.ack();
  };
  const processEvent = (event: ReceiverEvent): Promise<void> => {
    const handling = handle(event);
    background(handling);
    return handling;
  };
  return Object.create(app, { processEvent: { value: processEvent } });
}
