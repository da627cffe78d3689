import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/learn-once.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Three at least: much of the time is spent waiting for servers, processes and the browser.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
