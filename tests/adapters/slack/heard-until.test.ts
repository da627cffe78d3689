import { expect, it } from "vitest";
import { createHeardUntil } from "../../../adapters/slack/catch-up/heard-until.ts";
import { createAdapterMemory } from "../../../src/runtime/adapter-memory.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";

it("a second absence stays to be read when the reading of the first one ends", async () => {
  let time = 1000;
  const now = () => time;
  const memory = createAdapterMemory(createMemoryStore(now), "slack");
  const open = async () => {
    const opened = createHeardUntil({ memory, now, onError: (error) => expect.fail(String(error)) });
    await opened.open();
    return opened;
  };
  const heard = await open();
  const loseConnection = () => {
    heard.setReached(false);
    time += 1000;
    heard.setReached(true);
    return heard.missedSince();
  };
  heard.setReached(true);
  const first = loseConnection();
  const second = loseConnection();
  if (!first || !second) throw new Error("nothing was missed");
  heard.caughtUp(first);
  expect(heard.missedSince()).toEqual({ at: 1000 });
  await heard.close();
  const next = await open();
  next.setReached(true);
  expect(next.missedSince()).toEqual({ at: 1000 });
  await next.close();
  heard.caughtUp(second);
  expect(heard.missedSince()).toBeUndefined();
});
