import { expect, it } from "vitest";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { openChannel } from "./open-channel.ts";

it("a command shows what is kept to the person alone, and the button there deletes it", async () => {
  const store = createMemoryStore(Date.now);
  const { workspace, ana, bo, channel, said, answer } = await openChannel("socket", {
    core: startSmallPack(store),
  });
  await ana.types(channel, "/aws-help I lost my key");
  await answer();
  await ana.types(channel, "/aws-help forget me");
  const shown = await answer(channel, 1);
  expect(shown).toMatchObject({ visibleTo: ana.id, text: expect.stringContaining("What I keep about you") });
  expect(said(channel, bo)).toEqual([]);
  expect(await store.find({ contains: ana.id })).not.toEqual([]);
  await ana.presses(shown, "Forget all of it");
  await workspace.until(() => said().find(({ text }) => text.includes("I've deleted everything")));
  expect(said(channel, bo)).toEqual([]);
  expect(await store.find({ contains: ana.id })).toEqual([]);
});

it("what is kept goes to the direct messages of whoever asks in a channel, and the channel learns nothing of it", async () => {
  const { ana, bo, channel, said, answer } = await openChannel("socket", {
    core: startSmallPack(),
  });
  ana.says(channel, "@signpost what do you know about me");
  expect(await answer(ana.dm)).toMatchObject({ text: expect.stringContaining("What I keep about you") });
  await answer();
  const inChannel = [...said(), ...said(channel, bo)].map(({ text }) => text).join("\n");
  expect(inChannel).toContain("for your eyes only");
  expect(inChannel).not.toContain("Conversations");
});
