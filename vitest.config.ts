import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/learn-once.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two at least: on two processors the default is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
