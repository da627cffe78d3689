import type { AutocompleteInteraction } from "discord.js";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxAutocompleteChoices, maxChoiceCharacters } from "../limits.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Suggests titles while a question is typed. A chosen title is sent as the question. */
export async function handleAutocomplete(
  { core, log }: HandlerContext,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const titles = core
    .suggest(interaction.options.getFocused(), interaction.locale)
    .map(({ title }) => shorten(title, maxChoiceCharacters))
    .slice(0, maxAutocompleteChoices);
  await interaction
    .respond(titles.map((title) => ({ name: title, value: title })))
    .catch((error: unknown) => {
      log.info({ err: error }, "discord: suggestions not shown");
    });
}
