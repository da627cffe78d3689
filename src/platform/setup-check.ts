/** One thing that `npx signpost doctor` checked: all right, or what is wrong and what to do about it. */
export type SetupCheck =
  | { readonly kind: "passed"; readonly what: string }
  | { readonly kind: "failed"; readonly what: string; readonly remedy: string };

export const passed = (what: string): SetupCheck => ({ kind: "passed", what });
export const failed = (what: string, remedy: string): SetupCheck => ({ kind: "failed", what, remedy });

/** What the core's settings ask of a platform. */
export interface SetupQuestion {
  /** The id of the team's channel, if it is on this platform. */
  readonly teamChannel?: string | undefined;
  /** The names of the tag for forum posts without a reaction, in lower case; absent if posts get none. */
  readonly idleTags?: readonly string[] | undefined;
}
