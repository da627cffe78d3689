import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Core } from "../../../src/platform/adapter.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";

export const commandName = "aws-help";
/** The option's name in interactions, whatever its localised name. */
export const questionOption = "question";
const maxQuestionCharacters = 1000;

export type ApplicationCommand = RESTPostAPIApplicationCommandsJSONBody;

/** Offered in servers, in DMs with the bot, and in DMs between people. */
const availableEverywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** The slash command and the context menu command, localised for each of the bot's languages that Discord knows. */
export function createApplicationCommands({
  surface,
  languages,
}: Pick<Core, "surface" | "languages">): readonly ApplicationCommand[] {
  const { command } = surface();
  const localize = (select: (strings: SurfaceStrings["command"]) => string) =>
    Object.fromEntries(
      languages().flatMap((locale) =>
        discordLocales(locale).map((name) => [name, select(surface(locale).command)] as const),
      ),
    );
  return [
    {
      ...availableEverywhere,
      type: ApplicationCommandType.ChatInput,
      name: commandName,
      description: command.description,
      description_localizations: localize(({ description }) => description),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: questionOption,
          name_localizations: localize(({ option }) => option),
          description: command.optionHint,
          description_localizations: localize(({ optionHint }) => optionHint),
          max_length: maxQuestionCharacters,
          autocomplete: true,
        },
      ],
    },
    {
      ...availableEverywhere,
      type: ApplicationCommandType.Message,
      name: command.find,
      name_localizations: localize(({ find }) => find),
    },
  ];
}

/** Discord's names of a language, or of all its regional variants: reference#locales */
function discordLocales(locale: string): readonly DiscordLocale[] {
  const all = Object.values(DiscordLocale);
  const exact = all.filter((name) => name === locale);
  return exact.length > 0 ? exact : all.filter((name) => name.split("-")[0] === locale);
}
