import type { App, Context } from "@slack/bolt";
import type { Outcome } from "../../../src/platform/outcome.ts";
import { openedSchema, parseHomeOpened } from "../parsing/parse-home.ts";
import { parseMention, parseMessage } from "../parsing/parse-message.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { sendToDm } from "../sending/send-to-dm.ts";
import { handleClaimed } from "./handle-claimed.ts";
import type { HandlerContext } from "./handler-context.ts";
import { NotStoredError } from "./not-stored-error.ts";
import { suggestTopics } from "./suggest-topics.ts";
import { withThreadRoot } from "./with-thread-root.ts";

/** Handles messages, mentions and opened App Homes, which Slack sends again until they are acknowledged. */
export function registerEventHandlers(app: App, context: HandlerContext): void {
  const messageContext = ({ teamId = "", botUserId }: Context) => {
    const { helpChannels, hasAgentView } = context;
    return { team: teamId, botUser: botUserId, helpChannels, hasAgentView: hasAgentView() };
  };
  app.message(({ message, context: boltContext }) =>
    handleEvent(context, parseMessage(message, messageContext(boltContext))),
  );
  app.event("app_mention", async ({ event, context: boltContext }) => {
    const mention = parseMention(event, messageContext(boltContext));
    await handleEvent(context, mention && (await withThreadRoot(context, mention, boltContext.botUserId)));
  });
  app.event("app_home_opened", async ({ event, context: boltContext }) => {
    const { teamId = "" } = boltContext;
    const { data: opened } = openedSchema.safeParse(event);
    if (opened?.tab === "messages") suggestTopics(context, { team: teamId, ...opened });
    // An earlier view is kept: it may hold the answer that the person comes back for.
    else if (opened && opened.view === undefined) await handleEvent(context, parseHomeOpened(teamId, opened));
  });
}

/**
 * Resolves when the event is stored; it is answered in the background.
 * @throws NotStoredError
 */
async function handleEvent(context: HandlerContext, event: ParsedEvent | undefined): Promise<void> {
  if (!event) return;
  const { isClaimed, outcome } = handleClaimed(context.core, event.incoming);
  context.background(sendReply(context, event, outcome));
  if (!(await isClaimed)) throw new NotStoredError(event.incoming.id);
}

async function sendReply(
  context: HandlerContext,
  { incoming, place }: ParsedEvent,
  outcome: Promise<Outcome>,
): Promise<void> {
  const { reply, complete, key = incoming.id } = await outcome;
  if (reply.kind !== "answer") return;
  const delivery = { ...reply, key };
  const send = () =>
    reply.audience === "direct" ? sendToDm(context, delivery, { place }) : context.send(place, delivery);
  await complete(send);
}
