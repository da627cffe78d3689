import type { OpenLocalPlatform } from "../../../../../playground/server/local-platform.ts";

/** A platform on which nothing happens yet: its tab shows this view as it is. */
export const openLocalPlatform: OpenLocalPlatform = async () => ({
  name: "stub",
  settings: { STUB_TOKEN: "played" },
  teamChannel: "C1",
  view: (person) => ({ greeting: `hello ${person}` }),
  act: async (_, action) => ({ kind: "done", outcome: action }),
  botMessages: () => [],
  calls: () => [],
  onChange: () => () => {},
  close: async () => {},
});
