import { z } from "zod";

/** A language by its code (BCP 47): `en`, `pt-BR`, `zh-Hant`. The knowledge decides which there are. */
export type Locale = string;

/** Language, script and region: at most 12 characters, none of which is special in a button's token. */
export const localePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

/** The language to use if nothing else decides. */
export const lastLocale: Locale = "en";

export const localeSchema = z.string().regex(localePattern);

/**
 * The known language that a name means, as a platform, a button or the store names it. The region need not match: `es`
 * for `es-MX`. Undefined if none fits.
 */
export function findLocale(known: Iterable<Locale>, named: string | undefined): Locale | undefined {
  const all = [...known];
  if (named === undefined || all.includes(named)) return named;
  return all.find((locale) => languageOf(locale) === languageOf(named));
}

function languageOf(locale: string): string {
  return locale.split("-", 1).join();
}
