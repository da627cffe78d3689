import type { Locale } from "../../src/answer/locale.ts";
import { checkDefaultLocale } from "../../src/app/compose.ts";
import type { Config } from "../../src/app/config.ts";
import { languagesFor } from "../../src/knowledge/read-languages.ts";
import { UsageError } from "./run-command.ts";

/** The language given, or else the default. */
export function readLocale(given: string | undefined, config: Config): Locale {
  if (given !== undefined) return readLanguage(given, config.KNOWLEDGE_DIR);
  checkDefaultLocale(config);
  return config.DEFAULT_LOCALE;
}

/** A language that is spoken with this knowledge. @throws UsageError that names the languages */
export function readLanguage(given: string, folder: string): Locale {
  const spoken = languagesFor(folder);
  if (!spoken.includes(given))
    throw new UsageError(`there is no language "${given}": use ${spoken.join(" or ")}`);
  return given;
}
