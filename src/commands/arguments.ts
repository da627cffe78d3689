import type { Locale } from "../answer/locale.ts";
import { checkDefaultLocale } from "../compose.ts";
import type { Config } from "../config.ts";
import { languagesFor } from "../knowledge/read-languages.ts";
import { UsageError } from "./run.ts";

/** The language that is asked for, or else the default. */
export function readLocale(given: string | undefined, config: Config): Locale {
  if (given !== undefined) return readLanguage(given, config.KNOWLEDGE_DIR);
  checkDefaultLocale(config);
  return config.DEFAULT_LOCALE;
}

/** A language that is spoken over a folder of knowledge. */
export function readLanguage(given: string, folder: string): Locale {
  const spoken = languagesFor(folder);
  if (!spoken.includes(given))
    throw new UsageError(`there is no language "${given}": use ${spoken.join(" or ")}`);
  return given;
}
