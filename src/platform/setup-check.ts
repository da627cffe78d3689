/** One thing that `npx signpost doctor` checked: all right, or what is wrong and what to do about it. */
export type SetupCheck =
  | { readonly kind: "passed"; readonly what: string }
  | { readonly kind: "failed"; readonly what: string; readonly remedy: string };

export const passed = (what: string): SetupCheck => ({ kind: "passed", what });
export const failed = (what: string, remedy: string): SetupCheck => ({ kind: "failed", what, remedy });

/**
 * Prepares steps that are really taken, each with what it did or failed to do.
 * @param toFailure what was not done, with what the platform says of it
 */
export function createAttempt(toFailure: (notDone: string, error: unknown) => SetupCheck) {
  return async (done: string, notDone: string, work: () => Promise<unknown>): Promise<SetupCheck> => {
    try {
      await work();
      return passed(done);
    } catch (error) {
      return toFailure(notDone, error);
    }
  };
}

/** What the core's settings ask of a platform. */
export interface SetupQuestion {
  /** The id of the team's channel, if it is on this platform. */
  readonly teamChannel?: string | undefined;
  /** The names of the tag for forum posts without a reaction, in lower case; absent if posts get none. */
  readonly idleTags?: readonly string[] | undefined;
}
