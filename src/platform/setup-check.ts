/** One thing that `npm run doctor` looked at: all right, or what is wrong and what to do about it. */
export type SetupCheck =
  | { readonly kind: "fine"; readonly what: string }
  | { readonly kind: "fault"; readonly what: string; readonly remedy: string };

export const passed = (what: string): SetupCheck => ({ kind: "fine", what });
export const failed = (what: string, remedy: string): SetupCheck => ({ kind: "fault", what, remedy });
