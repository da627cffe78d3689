import type { App, Context } from "@slack/bolt";
import type { Incoming } from "../../../src/platform/adapter.ts";
import { fromHome, homeSchema } from "../parsing/parse-interaction.ts";
import { fromMention, fromMessage } from "../parsing/parse-message.ts";
import { readPlace } from "../place.ts";
import { answerDirectly } from "../sending/send-direct.ts";
import type { Ears } from "./handler-context.ts";

/** The store did not take an event: it is not acknowledged, so that Slack sends it again. */
export class NotStored extends Error {
  override readonly name = "NotStored";
}

/** Messages, mentions and the App Home: what Slack tells of, and tells again until it is acknowledged. */
export function listenToEvents(app: App, ears: Ears): void {
  const around = ({ teamId = "", botUserId }: Context) => {
    return { team: teamId, bot: botUserId, helpChannels: ears.helpChannels };
  };
  app.message(({ message, context }) => answer(ears, fromMessage(message, around(context))));
  app.event("app_mention", ({ event, context }) => answer(ears, fromMention(event, around(context))));
  app.event("app_home_opened", async ({ event, context }) => {
    const opened = homeSchema.safeParse(event);
    // What stands there stays: it may be the answer that somebody comes back for.
    if (opened.success && opened.data.view === undefined)
      await answer(ears, fromHome(context.teamId ?? "", opened.data));
  });
}

/** Returns as soon as the event is kept; the sending goes on by itself. */
async function answer(ears: Ears, incoming: Incoming | undefined): Promise<void> {
  if (!incoming) return;
  const { reply, stored, settle } = await ears.core.handle(incoming);
  if (!stored) throw new NotStored(incoming.id);
  if (reply.kind !== "answer") return;
  const place = readPlace(incoming.address.data);
  const said = { ...reply, key: incoming.id };
  const send = () =>
    said.audience === "direct" ? answerDirectly(ears, said, { place }) : ears.send(place, said);
  ears.background(settle(send));
}
