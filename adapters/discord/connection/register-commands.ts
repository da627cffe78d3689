import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { z } from "zod";
import type { Core } from "../../../src/platform/adapter.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";

export const commandName = "aws-help";
/** The option's name in interactions, whatever it is called in the person's language. */
export const questionOption = "question";
/** Characters of a question that can be typed after the command. */
const questionLimit = 1000;

/** Where the commands are offered: in servers, in direct messages with the bot, and in those of others. */
const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

type Command = RESTPostAPIApplicationCommandsJSONBody;

/** The commands, in every language that is spoken here and known to Discord. */
export function commandsIn({ surface, languages }: Pick<Core, "surface" | "languages">): readonly Command[] {
  const { command } = surface();
  const each = (read: (words: SurfaceStrings["command"]) => string) =>
    Object.fromEntries(
      languages().flatMap((locale) =>
        namesOf(locale).map((name) => [name, read(surface(locale).command)] as const),
      ),
    );
  return [
    {
      ...everywhere,
      type: ApplicationCommandType.ChatInput,
      name: commandName,
      description: command.description,
      description_localizations: each(({ description }) => description),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: questionOption,
          name_localizations: each(({ option }) => option),
          description: command.optionHint,
          description_localizations: each(({ optionHint }) => optionHint),
          max_length: questionLimit,
          autocomplete: true,
        },
      ],
    },
    {
      ...everywhere,
      type: ApplicationCommandType.Message,
      name: command.find,
      name_localizations: each(({ find }) => find),
    },
  ];
}

/** What Discord calls a language: reference#locales. One of several regions stands for each of them. */
function namesOf(locale: string): readonly DiscordLocale[] {
  const all = Object.values(DiscordLocale);
  const exact = all.filter((name) => name === locale);
  return exact.length > 0 ? exact : all.filter((name) => name.split("-")[0] === locale);
}

const optionSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: z.record(z.string(), z.string()).nullish(),
  description: z.string(),
  description_localizations: z.record(z.string(), z.string()).nullish(),
  max_length: z.number().nullish(),
  autocomplete: z.boolean().nullish(),
});

/** The part of a command that is ours to say. */
const commandSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: z.record(z.string(), z.string()).nullish(),
  description: z.string().nullish(),
  description_localizations: z.record(z.string(), z.string()).nullish(),
  options: z.array(optionSchema).nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
});

/**
 * Registers the commands where those that are there differ: interactions/application-commands.
 * @returns whether they did
 */
export async function registerCommands(
  rest: REST,
  application: string,
  wanted: readonly Command[],
): Promise<boolean> {
  if (await areRegistered(rest, application, wanted)) return false;
  await rest.put(Routes.applicationCommands(application), { body: wanted });
  return true;
}

async function areRegistered(rest: REST, application: string, wanted: readonly Command[]): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: "true" });
  const there = await rest.get(Routes.applicationCommands(application), { query });
  return toKey(there) === toKey(wanted);
}

/** Commands in one form, whatever their order and what is absent or empty. */
function toKey(commands: unknown): string {
  const read = z.array(commandSchema).safeParse(commands);
  if (!read.success) return "";
  return JSON.stringify(read.data.map(tidy).toSorted(byText));
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const filled = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined && inner !== "",
  );
  return filled
    .map(([key, inner]) => [key, tidy(inner)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
