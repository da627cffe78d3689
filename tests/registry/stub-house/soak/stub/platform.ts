import type { Fault, SoakPlatform } from "../../../../../soak/stage.ts";

/** Nothing goes wrong here, and every question is answered once. */
export const soakPlatform: SoakPlatform<Fault> = {
  faults: [{ name: "nothing", transports: ["air"] }],
  waysUnder: () => ["message"],
  open: async () => ({
    prepare: async () => ({
      ask: async () => "taken",
      answers: () => 1,
      hasSeen: () => false,
      excuse: () => undefined,
    }),
    strike: async () => {},
    settle: async () => {},
    close: async () => {},
  }),
};
