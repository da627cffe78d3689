import { z } from "zod";
import { isForeign } from "../state/permissions.ts";
import type { Act, Command, Message } from "../state/model.ts";
import { interactionToWire } from "../payloads/interactions.ts";
import { messageToWire } from "../payloads/messages.ts";
import { type Actor, seenChannel, seenMessage, self } from "./actor.ts";
import type { Outcome } from "./outcome.ts";

/** What is filled in, by the option's name. */
export type Options = Readonly<Record<string, string | number | boolean>>;

/** Somebody types a slash command: interactions/application-commands#slash-commands */
export function typeCommand(actor: Actor, to: string, { name, options }: Typed): Promise<Outcome> {
  const command = findCommand(actor, { to, name, type: 1 });
  const given = Object.entries(options).map(([option, value]) => toOption(command, option, value));
  const missing = (command.body.options ?? []).find(
    ({ name: needed, ...option }) => "required" in option && option.required === true && !(needed in options),
  );
  if (missing) throw new Error(`/${name} needs the option "${missing.name}"`);
  const data = {
    id: command.id,
    name: command.body.name,
    type: 1,
    ...(given.length > 0 && { options: given }),
  };
  return open(actor, to, { act: { kind: "command", name: command.body.name }, data });
}

interface Typed {
  readonly name: string;
  readonly options: Options;
}

interface Typing {
  readonly name: string;
  readonly option: string;
  readonly value: string;
}

/** Somebody is typing into an option: interactions/application-commands#autocomplete */
export function complete(actor: Actor, to: string, { name, option, value }: Typing): Promise<Outcome> {
  const command = findCommand(actor, { to, name, type: 1 });
  const found = command.body.options?.find((one) => one.name === option);
  if (!found || !("autocomplete" in found) || found.autocomplete !== true)
    throw new Error(`"${option}" of /${name} offers nothing while it is typed`);
  const options = [{ type: found.type, name: option, value, focused: true }];
  const data = { id: command.id, name: command.body.name, type: 1, options };
  return open(actor, to, { act: { kind: "autocomplete", name: command.body.name }, data });
}

/** Somebody uses a command of a message's menu; its text comes along without any intent. */
export function useContextMenu(actor: Actor, name: string, on: Message): Promise<Outcome> {
  const message = seenMessage(actor, on);
  const command = findCommand(actor, { to: message.channel, name, type: 3 });
  const wire = messageToWire(actor.core, message);
  const data = {
    id: command.id,
    name: command.body.name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: wire } },
  };
  return open(actor, message.channel, {
    act: { kind: "contextMenu", name: command.body.name, message: message.id },
    data,
  });
}

interface Opened {
  readonly act: Act;
  readonly data: object;
}

/** Tells the app of what somebody did in a channel. */
export function open(
  { core, interactions, id }: Actor,
  channel: string,
  { act, data }: Opened,
): Promise<Outcome> {
  return interactions.open({ user: id, channel, act }, (interaction) =>
    interactionToWire(core, interaction, data),
  );
}

interface Sought {
  readonly to: string;
  readonly name: string;
  readonly type: 1 | 3;
}

/** A command that is offered there: interactions/application-commands#interaction-contexts */
function findCommand(actor: Actor, { to, name, type }: Sought): Command {
  const channel = seenChannel(actor, to);
  const { commands } = actor.core.state.data;
  const found = commands.find(({ body }) => body.name === name && (body.type ?? 1) === type);
  const there = () => commands.map(({ body }) => body.name).join(", ") || "none";
  if (!found) throw new Error(`no command is called "${name}"; there are: ${there()}`);
  const { contexts, integration_types: installs = [0] } = found.body;
  const isInstalled = (installs ?? [0]).includes(isForeign(channel) ? 1 : 0);
  if (!isInstalled || (contexts && !contexts.includes(channel.kind === "dm" ? 1 : 0)))
    throw new Error(`"${name}" is not offered to ${self(actor).username} in ${to}`);
  return found;
}

const limitsOf = z.object({ min_length: z.int().optional(), max_length: z.int().optional() });

function toOption({ body }: Command, name: string, value: string | number | boolean): object {
  const option = body.options?.find((one) => one.name === name);
  if (!option) throw new Error(`/${body.name} has no option "${name}"`);
  const { min_length: least = 0, max_length: most = 6000 } = limitsOf.parse(option);
  if (typeof value === "string" && (value.length < least || value.length > most))
    throw new Error(`"${name}" takes ${least} to ${most} characters`);
  return { type: option.type, name, value };
}
