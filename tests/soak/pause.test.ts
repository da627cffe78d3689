import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { waitUntilQuiet } from "../../soak/pause.ts";

/** Keeps this process from doing anything, as other work does. */
function block(milliseconds: number): void {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
}

it("what a busy process had no time for is not taken for quiet", async () => {
  const listeners = new Set<() => void>();
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  let isQuiet = false;
  const quiet = waitUntilQuiet({ onChange, looks: 20, timeoutMs: 60_000 }).then(() => {
    isQuiet = true;
  });
  for (let change = 0; change < 3; change += 1) {
    await wait(1);
    block(300);
    await wait(1);
    expect(isQuiet).toBe(false);
    for (const listener of listeners) listener();
  }
  await quiet;
  expect(listeners.size).toBe(0);
});
