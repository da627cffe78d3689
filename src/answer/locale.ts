import { z } from "zod";

/** A language by its code (BCP 47): `en`, `pt-BR`, `zh-Hant`. Which there are is known from the knowledge. */
export type Locale = string;

/** Language, script and region: at most 12 characters, and nothing that means something in a button's token. */
export const localePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

/** Where nothing else says which: the language of the product's own words. */
export const lastLocale: Locale = "en";

export const localeSchema = z.string().regex(localePattern);

/**
 * The one of some languages that is named, by a platform, a button or what was stored, whatever the region: `es`
 * where `es-MX` is named. Undefined where none of them is meant.
 */
export function findLocale(known: Iterable<Locale>, named: string | undefined): Locale | undefined {
  const all = [...known];
  if (named === undefined || all.includes(named)) return named;
  return all.find((locale) => languageOf(locale) === languageOf(named));
}

function languageOf(locale: string): string {
  return locale.split("-", 1).join();
}
