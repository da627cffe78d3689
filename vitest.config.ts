import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/learn-once.ts",
    setupFiles: "tests/support/configure-properties.ts",
    // Nothing in the code has a side effect on import: a worker imports it once for all its test files.
    isolate: false,
    // Only a ceiling for what hangs: tests wait for what they see, however busy the machine is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Three at least: much of the time is spent waiting for servers, processes and the browser.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
