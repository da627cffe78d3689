import type { GuildContext } from "../guild-context.ts";
import { interactionToken } from "../limits.ts";
import { messageBody } from "../schemas/messages.ts";
import { messagesOf } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { editMessage, removeMessage } from "../state/messages.ts";
import type { Interaction, Message } from "../state/model.ts";
import { messageToWire } from "../payloads/messages.ts";
import { done, isRefusal, nothingToSay, type Refusal, refuse } from "./result.ts";
import { channelOf, reply } from "./interaction-messages.ts";
import { readChange } from "./message-content.ts";
import { bareRoute, route } from "./route.ts";

const address = "/webhooks/{application}/{token}";

/** interactions/receiving-and-responding#create-followup-message: right after "thinking" it is that message's text */
export const followUp = route(`POST ${address}`, {
  needsToken: false,
  body: messageBody,
  run: ({ param, body, files }, { core }) => {
    const interaction = reachInteraction(core, param("application"), param("token"));
    if (isRefusal(interaction)) return interaction;
    const original = findAnswer(core, interaction, "@original");
    if (original && isThinking(original)) {
      const change = readChange(core, original, {
        body: { ...body, flags: (body.flags ?? 0) & ~flags.ephemeral },
        files,
        channel: channelOf(core, interaction),
      });
      return isRefusal(change) ? change : done(messageToWire(core, editMessage(core, original, change)));
    }
    const message = reply(core, interaction, { body, files, isFollowup: true });
    return isRefusal(message) ? message : done(messageToWire(core, message));
  },
});

/** interactions/receiving-and-responding#get-original-interaction-response, #get-followup-message */
export const get = bareRoute(`GET ${address}/messages/{message}`, {
  needsToken: false,
  run: ({ param }, { core }) => {
    const answer = reachAnswer(core, param);
    return isRefusal(answer) ? answer : done(messageToWire(core, answer.message));
  },
});

/** interactions/receiving-and-responding#edit-original-interaction-response, #edit-followup-message */
export const edit = route(`PATCH ${address}/messages/{message}`, {
  needsToken: false,
  body: messageBody,
  run: ({ param, body, files }, { core }) => {
    const answer = reachAnswer(core, param);
    if (isRefusal(answer)) return answer;
    const channel = channelOf(core, answer.interaction);
    const change = readChange(core, answer.message, { body, files, channel });
    return isRefusal(change) ? change : done(messageToWire(core, editMessage(core, answer.message, change)));
  },
});

/** interactions/receiving-and-responding#delete-original-interaction-response, #delete-followup-message */
export const remove = bareRoute(`DELETE ${address}/messages/{message}`, {
  needsToken: false,
  run: ({ param }, { core }) => {
    const answer = reachAnswer(core, param);
    if (isRefusal(answer)) return answer;
    removeMessage(core, answer.message);
    return nothingToSay;
  },
});

/** What a token stands for: good for 15 minutes, and only once the interaction was answered in time. */
function reachInteraction(core: GuildContext, application: string, token: string): Interaction | Refusal {
  if (application !== core.app.applicationId) return refuse(10015);
  const found = core.state.data.interactions.find((interaction) => interaction.token === token);
  if (!found) return refuse(50027);
  if (found.answer.kind === "waiting" || found.answer.kind === "expired") return refuse(10015);
  return core.clock.now() - found.at >= interactionToken ? refuse(50027) : found;
}

interface AnswerMessage {
  readonly kind: "found";
  readonly interaction: Interaction;
  readonly message: Message;
}

function reachAnswer(core: GuildContext, param: (name: string) => string): AnswerMessage | Refusal {
  const interaction = reachInteraction(core, param("application"), param("token"));
  if (isRefusal(interaction)) return interaction;
  const message = findAnswer(core, interaction, param("message"));
  return message ? { kind: "found", interaction, message } : refuse(10008);
}

/** The first answer, or a followup by its id. */
function findAnswer(
  core: GuildContext,
  { id, channel, answer }: Interaction,
  wanted: string,
): Message | undefined {
  const original = "original" in answer ? answer.original : undefined;
  const sought = wanted === "@original" ? original : wanted;
  return messagesOf(core, channel).find(
    (message) => message.id === sought && (message.interaction === id || message.id === original),
  );
}

function isThinking(message: Message): boolean {
  return (message.flags & flags.loading) !== 0;
}
