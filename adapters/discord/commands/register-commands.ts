import { Routes } from "discord.js";
import { z } from "zod";
import type { RestApi } from "../rest/rest-client.ts";
import type { ApplicationCommand } from "./application-commands.ts";

/**
 * Registers the commands if they differ from the registered ones: interactions/application-commands
 * @returns whether they differed
 */
export async function registerCommands(
  rest: RestApi,
  application: string,
  commands: readonly ApplicationCommand[],
): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = await rest.get(Routes.applicationCommands(application), { query });
  if (toComparable(registered) === toComparable(commands)) return false;
  await rest.put(Routes.applicationCommands(application), { body: commands });
  return true;
}

const localizationsSchema = z.record(z.string(), z.string()).nullish();
const optionSchema = z.object({
  type: z.number(),
  name: z.string(),
  name_localizations: localizationsSchema,
  description: z.string(),
  description_localizations: localizationsSchema,
  max_length: z.number().nullish(),
  autocomplete: z.boolean().nullish(),
});
/** The fields that we set. */
const commandsSchema = z.array(
  z.object({
    type: z.number(),
    name: z.string(),
    name_localizations: localizationsSchema,
    description: z.string().nullish(),
    description_localizations: localizationsSchema,
    options: z.array(optionSchema).nullish(),
    contexts: z.array(z.number()).nullish(),
    integration_types: z.array(z.number()).nullish(),
  }),
);

/** Commands as text that does not depend on any order, on empty fields, or on fields that are false. */
function toComparable(commands: unknown): string {
  const parsed = commandsSchema.safeParse(commands);
  if (!parsed.success) return "";
  return JSON.stringify(parsed.data.map(normalize).toSorted(compareJson));
}

function normalize(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalize).toSorted(compareJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, field]) => [key, normalize(field)] as const)
    .filter(([, field]) => !isDefault(field))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Discord gives back what was left out as null, as false, or as an empty text, list or object. */
function isDefault(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === "" || value === false;
}

function compareJson(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
