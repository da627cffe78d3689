import { z } from "zod";
import { toInteractionPayload } from "../payloads/interactions.ts";
import { toMessagePayload } from "../payloads/messages.ts";
import { isForeign } from "../state/guilds.ts";
import type { GuildMessage, InteractionAction, RegisteredCommand } from "../state/model.ts";
import { currentUser, type DiscordActor, visibleChannel, visibleMessage } from "./actor.ts";
import type { DiscordOutcome } from "./outcome.ts";

/** Option values by name. */
export type CommandOptions = Readonly<Record<string, string | number | boolean>>;

/** Uses a slash command: interactions/application-commands#slash-commands */
export function typeCommand(
  actor: DiscordActor,
  to: string,
  { name, options }: TypedCommand,
): Promise<DiscordOutcome> {
  const command = findCommand(actor, { to, name, type: 1 });
  const values = Object.entries(options).map(([option, value]) => toOption(command, option, value));
  const missing = (command.body.options ?? []).find(
    ({ name: required, ...option }) =>
      "required" in option && option.required === true && !(required in options),
  );
  if (missing) throw new Error(`/${name} needs the option "${missing.name}"`);
  const data = {
    id: command.id,
    name: command.body.name,
    type: 1,
    ...(values.length > 0 && { options: values }),
  };
  return sendInteraction(actor, to, { action: { kind: "command", name: command.body.name }, data });
}

interface TypedCommand {
  readonly name: string;
  readonly options: CommandOptions;
}

interface AutocompleteQuery {
  readonly name: string;
  readonly option: string;
  readonly value: string;
}

/** Types into an option with autocomplete: interactions/application-commands#autocomplete */
export function autocomplete(
  actor: DiscordActor,
  to: string,
  { name, option, value }: AutocompleteQuery,
): Promise<DiscordOutcome> {
  const command = findCommand(actor, { to, name, type: 1 });
  const found = command.body.options?.find((one) => one.name === option);
  if (!found || !("autocomplete" in found) || found.autocomplete !== true)
    throw new Error(`the option "${option}" of /${name} has no autocomplete`);
  const options = [{ type: found.type, name: option, value, focused: true }];
  const data = { id: command.id, name: command.body.name, type: 1, options };
  return sendInteraction(actor, to, { action: { kind: "autocomplete", name: command.body.name }, data });
}

/** Uses a message command. The message's content is included without any intent. */
export function useContextMenu(actor: DiscordActor, name: string, on: GuildMessage): Promise<DiscordOutcome> {
  const message = visibleMessage(actor, on);
  const command = findCommand(actor, { to: message.channel, name, type: 3 });
  const payload = toMessagePayload(actor.context, message);
  const data = {
    id: command.id,
    name: command.body.name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: payload } },
  };
  return sendInteraction(actor, message.channel, {
    action: { kind: "contextMenu", name: command.body.name, message: message.id },
    data,
  });
}

interface NewInteractionData {
  readonly action: InteractionAction;
  readonly data: object;
}

/** Sends an interaction in a channel to the app. */
export function sendInteraction(
  { context, interactions, id }: DiscordActor,
  channel: string,
  { action, data }: NewInteractionData,
): Promise<DiscordOutcome> {
  return interactions.dispatch({ user: id, channel, action }, (interaction) =>
    toInteractionPayload(context, interaction, data),
  );
}

interface CommandQuery {
  readonly to: string;
  readonly name: string;
  readonly type: 1 | 3;
}

/** Finds a command that is available in the channel: interactions/application-commands#interaction-contexts */
function findCommand(actor: DiscordActor, { to, name, type }: CommandQuery): RegisteredCommand {
  const channel = visibleChannel(actor, to);
  const { commands } = actor.context.state.data;
  const found = commands.find(({ body }) => body.name === name && (body.type ?? 1) === type);
  const available = () => commands.map(({ body }) => body.name).join(", ") || "none";
  if (!found) throw new Error(`no command is called "${name}"; there are: ${available()}`);
  const { contexts, integration_types: installs = [0] } = found.body;
  const isInstalled = (installs ?? [0]).includes(isForeign(actor.context, channel) ? 1 : 0);
  if (!isInstalled || (contexts && !contexts.includes(channel.kind === "dm" ? 1 : 0)))
    throw new Error(`"${name}" is not available to ${currentUser(actor).username} in ${to}`);
  return found;
}

const lengthLimits = z.object({ min_length: z.int().optional(), max_length: z.int().optional() });

function toOption({ body }: RegisteredCommand, name: string, value: string | number | boolean): object {
  const option = body.options?.find((one) => one.name === name);
  if (!option) throw new Error(`/${body.name} has no option "${name}"`);
  const { min_length: min = 0, max_length: max = 6000 } = lengthLimits.parse(option);
  if (typeof value === "string" && (value.length < min || value.length > max))
    throw new Error(`"${name}" takes ${min} to ${max} characters`);
  return { type: option.type, name, value };
}
