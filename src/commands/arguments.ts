import { type Locale, locales } from "../answer/locale.ts";
import { UsageError } from "./run.ts";

export function readLocale(given: string): Locale {
  const locale = locales.find((known) => known === given);
  if (!locale) throw new UsageError(`there is no language "${given}": use ${locales.join(" or ")}`);
  return locale;
}
