import { z } from "zod";
import type { GuildContext } from "../guild-context.ts";
import { command as limits } from "../limits.ts";
import { type CommandBody, command } from "../schemas/commands.ts";
import { complaint } from "../schemas/fields.ts";
import type { Command } from "../state/model.ts";
import { commandToWire } from "../payloads/commands.ts";
import { type Answer, done, isRefusal, nothingToSay, type Refusal, refuse, refuseField } from "./result.ts";
import { readBody } from "./request.ts";
import { bareRoute, route } from "./route.ts";

const address = "/applications/{application}/commands";

/** interactions/application-commands#get-global-application-commands */
export const list = bareRoute(`GET ${address}`, {
  run: ({ param, query }, { core }) =>
    ofOwnApp(core, param, () =>
      done(
        core.state.data.commands.map((one) =>
          commandToWire(core, one, query.get("with_localizations") === "true"),
        ),
      ),
    ),
});

/** interactions/application-commands#bulk-overwrite-global-application-commands */
export const overwrite = route(`PUT ${address}`, {
  body: z.array(command),
  run: ({ param, body }, { core }) =>
    ofOwnApp(core, param, () => {
      const refusal = checkSet(body);
      if (refusal) return refusal;
      const before = core.state.data.commands;
      setCommands(
        core,
        body.map((one) =>
          makeCommand(
            core,
            one,
            before.find((other) => isSame(other.body, one)),
          ),
        ),
      );
      return done(core.state.data.commands.map((one) => commandToWire(core, one)));
    }),
});

/** interactions/application-commands#create-global-application-command: one of the same name is replaced, with 200 */
export const create = route(`POST ${address}`, {
  body: command,
  run: ({ param, body }, { core }) =>
    ofOwnApp(core, param, () => {
      const before = core.state.data.commands;
      const known = before.find((other) => isSame(other.body, body));
      const made = makeCommand(core, body, known);
      const next = [...before.filter((other) => other !== known), made];
      const refusal = checkSet(next.map((one) => one.body));
      if (refusal) return refusal;
      setCommands(core, next);
      return done(commandToWire(core, made), known ? 200 : 201);
    }),
});

/** interactions/application-commands#get-global-application-command */
export const get = bareRoute(`GET ${address}/{command}`, {
  run: ({ param }, { core }) =>
    ofOwnApp(core, param, () => {
      const found = core.state.data.commands.find(({ id }) => id === param("command"));
      return found ? done(commandToWire(core, found)) : refuse(10063);
    }),
});

/** interactions/application-commands#edit-global-application-command: what is not named stays */
export const edit = route(`PATCH ${address}/{command}`, {
  body: z.record(z.string(), z.unknown()),
  run: ({ param, body }, { core }) =>
    ofOwnApp(core, param, () => {
      const before = core.state.data.commands;
      const found = before.find(({ id }) => id === param("command"));
      if (!found) return refuse(10063);
      const read = readEdit(found.body, body);
      if (isRefusal(read)) return read;
      const made = makeCommand(core, read.body, found);
      setCommands(
        core,
        before.map((one) => (one === found ? made : one)),
      );
      return done(commandToWire(core, made));
    }),
});

/** interactions/application-commands#delete-global-application-command */
export const remove = bareRoute(`DELETE ${address}/{command}`, {
  run: ({ param }, { core }) =>
    ofOwnApp(core, param, () => {
      const before = core.state.data.commands;
      const left = before.filter(({ id }) => id !== param("command"));
      if (left.length === before.length) return refuse(10063);
      setCommands(core, left);
      return nothingToSay;
    }),
});

function ofOwnApp({ app }: GuildContext, param: (name: string) => string, answer: () => Answer): Answer {
  return param("application") === app.applicationId ? answer() : refuse(20012);
}

function readEdit(before: CommandBody, change: object): { readonly body: CommandBody } | Refusal {
  return readBody(command, { ...before, ...change });
}

/** A command keeps its id as long as its name and kind are the same. */
function isSame(one: CommandBody, other: CommandBody): boolean {
  return one.name === other.name && (one.type ?? 1) === (other.type ?? 1);
}

function makeCommand({ ids }: GuildContext, body: CommandBody, known: Command | undefined): Command {
  return { id: known?.id ?? ids.next(), version: ids.next(), body };
}

function setCommands({ state }: GuildContext, commands: readonly Command[]): void {
  state.change((data) => ({ ...data, commands }));
}

function checkSet(commands: readonly CommandBody[]): Refusal | undefined {
  for (const [at, one] of commands.entries()) {
    if (commands.findIndex((other) => isSame(other, one)) === at) continue;
    const message = complaint(
      "APPLICATION_COMMANDS_DUPLICATE_NAME",
      "Application command names must be unique",
    );
    return refuseField([at], message);
  }
  const ofType = (wanted: number) => commands.filter(({ type = 1 }) => type === wanted).length;
  const isTooMany =
    ofType(1) > limits.chatInput || ofType(2) > limits.contextMenu || ofType(3) > limits.contextMenu;
  return isTooMany ? refuse(30032) : undefined;
}
