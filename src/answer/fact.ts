import type { Locale } from "./locale.ts";

/** Something that happened in a conversation, without anybody's words. */
export type Fact =
  | { readonly kind: "asked"; readonly locale: Locale }
  | { readonly kind: "answered"; readonly entry: string; readonly locale: Locale }
  | { readonly kind: "suggested"; readonly entries: readonly string[]; readonly locale: Locale }
  | { readonly kind: "declined"; readonly locale: Locale }
  | { readonly kind: "not-meant"; readonly entry: string; readonly locale: Locale }
  | { readonly kind: "solved"; readonly entry: string; readonly locale: Locale }
  | { readonly kind: "stuck"; readonly entry: string; readonly locale: Locale }
  | { readonly kind: "drafted"; readonly entry: string; readonly locale: Locale }
  | { readonly kind: "sent"; readonly entry: string; readonly locale: Locale };
