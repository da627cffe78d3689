import type { GuildContext } from "../guild-context.ts";
import { interactionTokenLifetimeMs } from "../limits.ts";
import { toMessagePayload } from "../payloads/messages.ts";
import { messageBody } from "../schemas/messages.ts";
import { messagesOf } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { editMessage, removeMessage } from "../state/messages.ts";
import type { GuildMessage, InteractionRecord } from "../state/model.ts";
import { addReply, interactionChannel } from "./interaction-messages.ts";
import { parseEdit } from "./message-content.ts";
import { apiError, isRestError, noContent, type RestError, success } from "./result.ts";
import { route, routeWithoutBody } from "./route.ts";

const path = "/webhooks/{application}/{token}";

/** interactions/receiving-and-responding#create-followup-message: the first one after a deferral fills the deferred message */
export const followUp = route(`POST ${path}`, {
  needsToken: false,
  body: messageBody,
  run: ({ param, body, files }, { context }) => {
    const interaction = findByToken(context, param("application"), param("token"));
    if (isRestError(interaction)) return interaction;
    const original = findAnswerMessage(context, interaction, "@original");
    if (original && isThinking(original)) {
      const change = parseEdit(context, original, {
        body: { ...body, flags: (body.flags ?? 0) & ~flags.ephemeral },
        files,
        channel: interactionChannel(context, interaction),
      });
      return isRestError(change)
        ? change
        : success(toMessagePayload(context, editMessage(context, original, change)));
    }
    const message = addReply(context, interaction, { body, files, isFollowup: true });
    return isRestError(message) ? message : success(toMessagePayload(context, message));
  },
});

/** interactions/receiving-and-responding#get-original-interaction-response, #get-followup-message */
export const get = routeWithoutBody(`GET ${path}/messages/{message}`, {
  needsToken: false,
  run: ({ param }, { context }) => {
    const answer = findAnswerByParams(context, param);
    return isRestError(answer) ? answer : success(toMessagePayload(context, answer.message));
  },
});

/** interactions/receiving-and-responding#edit-original-interaction-response, #edit-followup-message */
export const edit = route(`PATCH ${path}/messages/{message}`, {
  needsToken: false,
  body: messageBody,
  run: ({ param, body, files }, { context }) => {
    const answer = findAnswerByParams(context, param);
    if (isRestError(answer)) return answer;
    const channel = interactionChannel(context, answer.interaction);
    const change = parseEdit(context, answer.message, { body, files, channel });
    return isRestError(change)
      ? change
      : success(toMessagePayload(context, editMessage(context, answer.message, change)));
  },
});

/** interactions/receiving-and-responding#delete-original-interaction-response, #delete-followup-message */
export const remove = routeWithoutBody(`DELETE ${path}/messages/{message}`, {
  needsToken: false,
  run: ({ param }, { context }) => {
    const answer = findAnswerByParams(context, param);
    if (isRestError(answer)) return answer;
    removeMessage(context, answer.message);
    return noContent;
  },
});

/** Finds an interaction by its token, which is valid for 15 minutes, and only if the interaction was acknowledged in time. */
function findByToken(
  context: GuildContext,
  application: string,
  token: string,
): InteractionRecord | RestError {
  if (application !== context.app.applicationId) return apiError(10015);
  const found = context.state.data.interactions.find((interaction) => interaction.token === token);
  if (!found) return apiError(50027);
  if (found.answer.kind === "waiting" || found.answer.kind === "expired") return apiError(10015);
  return context.clock.now() - found.at >= interactionTokenLifetimeMs ? apiError(50027) : found;
}

interface FoundAnswer {
  readonly kind: "found";
  readonly interaction: InteractionRecord;
  readonly message: GuildMessage;
}

function findAnswerByParams(context: GuildContext, param: (name: string) => string): FoundAnswer | RestError {
  const interaction = findByToken(context, param("application"), param("token"));
  if (isRestError(interaction)) return interaction;
  const message = findAnswerMessage(context, interaction, param("message"));
  return message ? { kind: "found", interaction, message } : apiError(10008);
}

/** Finds the first response, or a followup by its id. */
function findAnswerMessage(
  context: GuildContext,
  { id, channel, answer }: InteractionRecord,
  messageId: string,
): GuildMessage | undefined {
  const original = "original" in answer ? answer.original : undefined;
  const wantedId = messageId === "@original" ? original : messageId;
  return messagesOf(context, channel).find(
    (message) => message.id === wantedId && (message.interaction === id || message.id === original),
  );
}

function isThinking(message: GuildMessage): boolean {
  return (message.flags & flags.loading) !== 0;
}
