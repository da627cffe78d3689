import { z } from "zod";
import type { Adapter } from "../../../../../src/platform/adapter.ts";
import { definePlatform } from "../../../../../src/platform/platform.ts";
import { passed } from "../../../../../src/platform/setup-check.ts";

/** The tokens of the stub's adapters that are running. */
export const running = new Set<string>();

/** A platform as a newcomer would add it: all that is outside of its folders is its line in the registry. */
export const stub = definePlatform({
  name: "stub",
  title: "Stub",
  requiredSettings: ["STUB_TOKEN"],
  firstSteps: ["Copy STUB_TOKEN from the stub's settings."],
  settings: {
    prefix: "STUB_",
    schema: z.object({ STUB_TOKEN: z.string("STUB_TOKEN is missing: copy it from the stub's settings") }),
  },
  createAdapter: async ({ STUB_TOKEN: token }): Promise<Adapter> => ({
    name: "stub",
    start: async () => void running.add(token),
    deliver: async () => undefined,
    channel: (id) => ({ adapter: "stub", data: id }),
    stop: async () => void running.delete(token),
  }),
  checkSetup: async ({ STUB_TOKEN: token }, { teamChannel }) => [
    passed(`STUB_TOKEN works: ${token}`),
    ...(teamChannel === undefined ? [] : [passed(`the team is in ${teamChannel}`)]),
  ],
});
