/** One thing that `npm run doctor` checked: all right, or what is wrong and what to do about it. */
export type SetupCheck =
  | { readonly kind: "passed"; readonly what: string }
  | { readonly kind: "failed"; readonly what: string; readonly remedy: string };

export const passed = (what: string): SetupCheck => ({ kind: "passed", what });
export const failed = (what: string, remedy: string): SetupCheck => ({ kind: "failed", what, remedy });
