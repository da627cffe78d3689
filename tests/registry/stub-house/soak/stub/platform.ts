import type { SoakFault, SoakPlatform } from "../../../../../soak/platform.ts";

/** Injects no faults, and answers every question once. */
export const soakPlatform: SoakPlatform<SoakFault> = {
  faults: [{ name: "nothing", transports: ["air"] }],
  waysUnder: () => ["message"],
  startEnvironment: async () => ({
    prepareAsker: async () => ({
      ask: async () => "taken",
      countAnswers: () => 1,
      hasSeen: () => false,
      excuse: () => undefined,
    }),
    injectFaults: async () => {},
    waitUntilIdle: async () => {},
    close: async () => {},
  }),
};
