import { z } from "zod";
import type { GuildContext } from "../guild-context.ts";
import { command as limits } from "../limits.ts";
import { toCommandPayload } from "../payloads/commands.ts";
import { type CommandBody, command } from "../schemas/commands.ts";
import { errorText } from "../schemas/fields.ts";
import type { RegisteredCommand } from "../state/model.ts";
import { readBody } from "./request.ts";
import {
  apiError,
  fieldError,
  isRestError,
  noContent,
  type RestError,
  type RestResult,
  success,
} from "./result.ts";
import { route, routeWithoutBody } from "./route.ts";

const path = "/applications/{application}/commands";

/** interactions/application-commands#get-global-application-commands */
export const list = routeWithoutBody(`GET ${path}`, {
  run: ({ param, query }, { context }) =>
    forOwnApp(context, param, () =>
      success(
        context.state.data.commands.map((one) =>
          toCommandPayload(context, one, query.get("with_localizations") === "true"),
        ),
      ),
    ),
});

/** interactions/application-commands#bulk-overwrite-global-application-commands */
export const overwrite = route(`PUT ${path}`, {
  body: z.array(command),
  run: ({ param, body }, { context }) =>
    forOwnApp(context, param, () => {
      const commandsError = checkCommandSet(body);
      if (commandsError) return commandsError;
      const before = context.state.data.commands;
      setCommands(
        context,
        body.map((one) =>
          toCommand(
            context,
            one,
            before.find((other) => isSameCommand(other.body, one)),
          ),
        ),
      );
      return success(context.state.data.commands.map((one) => toCommandPayload(context, one)));
    }),
});

/** interactions/application-commands#create-global-application-command: replaces one of the same name, with 200 */
export const create = route(`POST ${path}`, {
  body: command,
  run: ({ param, body }, { context }) =>
    forOwnApp(context, param, () => {
      const before = context.state.data.commands;
      const existing = before.find((other) => isSameCommand(other.body, body));
      const saved = toCommand(context, body, existing);
      const next = [...before.filter((other) => other !== existing), saved];
      const commandsError = checkCommandSet(next.map((one) => one.body));
      if (commandsError) return commandsError;
      setCommands(context, next);
      return success(toCommandPayload(context, saved), existing ? 200 : 201);
    }),
});

/** interactions/application-commands#get-global-application-command */
export const get = routeWithoutBody(`GET ${path}/{command}`, {
  run: ({ param }, { context }) =>
    forOwnApp(context, param, () => {
      const found = context.state.data.commands.find(({ id }) => id === param("command"));
      return found ? success(toCommandPayload(context, found)) : apiError(10063);
    }),
});

/** interactions/application-commands#edit-global-application-command: fields that are left out stay unchanged */
export const edit = route(`PATCH ${path}/{command}`, {
  body: z.record(z.string(), z.unknown()),
  run: ({ param, body }, { context }) =>
    forOwnApp(context, param, () => {
      const before = context.state.data.commands;
      const found = before.find(({ id }) => id === param("command"));
      if (!found) return apiError(10063);
      const read = readEdit(found.body, body);
      if (isRestError(read)) return read;
      const saved = toCommand(context, read.body, found);
      setCommands(
        context,
        before.map((one) => (one === found ? saved : one)),
      );
      return success(toCommandPayload(context, saved));
    }),
});

/** interactions/application-commands#delete-global-application-command */
export const remove = routeWithoutBody(`DELETE ${path}/{command}`, {
  run: ({ param }, { context }) =>
    forOwnApp(context, param, () => {
      const before = context.state.data.commands;
      const left = before.filter(({ id }) => id !== param("command"));
      if (left.length === before.length) return apiError(10063);
      setCommands(context, left);
      return noContent;
    }),
});

function forOwnApp(
  { app }: GuildContext,
  param: (name: string) => string,
  answer: () => RestResult,
): RestResult {
  return param("application") === app.applicationId ? answer() : apiError(20012);
}

function readEdit(before: CommandBody, change: object): { readonly body: CommandBody } | RestError {
  return readBody(command, { ...before, ...change });
}

/** Commands are the same, and keep their id, if their name and type are. */
function isSameCommand(one: CommandBody, other: CommandBody): boolean {
  return one.name === other.name && (one.type ?? 1) === (other.type ?? 1);
}

function toCommand(
  { ids }: GuildContext,
  body: CommandBody,
  existing: RegisteredCommand | undefined,
): RegisteredCommand {
  return { id: existing?.id ?? ids.next(), version: ids.next(), body };
}

function setCommands({ state }: GuildContext, commands: readonly RegisteredCommand[]): void {
  state.change((data) => ({ ...data, commands }));
}

function checkCommandSet(commands: readonly CommandBody[]): RestError | undefined {
  for (const [at, one] of commands.entries()) {
    if (commands.findIndex((other) => isSameCommand(other, one)) === at) continue;
    const message = errorText(
      "APPLICATION_COMMANDS_DUPLICATE_NAME",
      "Application command names must be unique",
    );
    return fieldError([at], message);
  }
  const ofType = (wanted: number) => commands.filter(({ type = 1 }) => type === wanted).length;
  const isTooMany =
    ofType(1) > limits.chatInput || ofType(2) > limits.contextMenu || ofType(3) > limits.contextMenu;
  return isTooMany ? apiError(30032) : undefined;
}
