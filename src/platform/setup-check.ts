/** One thing that `npm run doctor` looked at: all right, or what is wrong and what to do about it. */
export type Finding =
  | { readonly kind: "fine"; readonly what: string }
  | { readonly kind: "fault"; readonly what: string; readonly cure: string };

export const fine = (what: string): Finding => ({ kind: "fine", what });
export const fault = (what: string, cure: string): Finding => ({ kind: "fault", what, cure });
