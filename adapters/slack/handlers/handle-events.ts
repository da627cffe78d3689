import type { App, Context } from "@slack/bolt";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { homeSchema, parseHome } from "../parsing/parse-interaction.ts";
import { parseMention, parseMessage } from "../parsing/parse-message.ts";
import { readPlace } from "../place.ts";
import { sendDirect } from "../sending/send-direct.ts";
import type { HandlerContext } from "./handler-context.ts";

/** The store did not take an event: it is not acknowledged, so that Slack sends it again. */
export class NotStored extends Error {
  override readonly name = "NotStored";
}

/** Messages, mentions and the App Home: what Slack tells of, and tells again until it is acknowledged. */
export function registerEventHandlers(app: App, context: HandlerContext): void {
  const around = ({ teamId = "", botUserId }: Context) => {
    return { team: teamId, bot: botUserId, helpChannels: context.helpChannels };
  };
  app.message(({ message, context: boltContext }) =>
    answer(context, parseMessage(message, around(boltContext))),
  );
  app.event("app_mention", ({ event, context: boltContext }) =>
    answer(context, parseMention(event, around(boltContext))),
  );
  app.event("app_home_opened", async ({ event, context: boltContext }) => {
    const opened = homeSchema.safeParse(event);
    // What stands there stays: it may be the answer that somebody comes back for.
    if (opened.success && opened.data.view === undefined)
      await answer(context, parseHome(boltContext.teamId ?? "", opened.data));
  });
}

/** Returns as soon as the event is kept; the sending goes on by itself. */
async function answer(context: HandlerContext, incoming: Incoming | undefined): Promise<void> {
  if (!incoming) return;
  const { reply, stored, complete } = await context.core.handle(incoming);
  if (!stored) throw new NotStored(incoming.id);
  if (reply.kind !== "answer") return;
  const place = readPlace(incoming.address.data);
  const said = { ...reply, key: incoming.id };
  const send = () =>
    said.audience === "direct" ? sendDirect(context, said, { place }) : context.send(place, said);
  context.background(complete(send));
}
