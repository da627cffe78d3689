import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Suites without servers, processes and mocks: a worker imports the code once for all their files. */
const pure = [
  "answer",
  "authoring",
  "cases",
  "conversation",
  "evaluation",
  "insight",
  "knowledge",
  "lib",
  "matching",
  "platform",
  "safety",
].map((folder) => `tests/${folder}/**/*.test.ts`);

/** Suites whose files must not share imports: they replace modules, or send forms through the fetch of discord.js. */
const isolated = ["store", "rendered", "adapters/discord", "local/discord"].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

/** Bots under faults wait for real time-outs of the SDKs: they run alone, after all others. */
const underFaults = ["tests/soak/**/*.test.ts"];

export default defineConfig({
  test: {
    globalSetup: "tests/support/learn-once.ts",
    // Three at least: much of the time is spent waiting for servers, processes and the browser.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      { extends: true, test: { ...common("pure"), include: pure, isolate: false } },
      {
        extends: true,
        test: {
          ...common("servers"),
          include: ["tests/**/*.test.ts"],
          exclude: [...pure, ...isolated, ...underFaults],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...common("isolated"), include: isolated },
      },
      {
        extends: true,
        test: { ...common("faults"), include: underFaults, sequence: { groupOrder: 1 } },
      },
    ],
  },
});

function common(name: string) {
  return {
    name,
    setupFiles: "tests/support/configure-properties.ts",
    // Only a ceiling for what hangs: tests wait for what they see, however busy the machine is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  };
}
