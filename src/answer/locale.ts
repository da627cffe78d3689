/** The languages Signpost speaks, each named in itself for the buttons that switch to it. */
export const languageNames = { en: "English", vi: "Tiếng Việt" } as const;

export type Locale = keyof typeof languageNames;

export const locales = ["en", "vi"] as const satisfies readonly Locale[];

/** The language that the "other language" button leads to. */
export function otherLocale(locale: Locale): Locale {
  return locale === "en" ? "vi" : "en";
}
