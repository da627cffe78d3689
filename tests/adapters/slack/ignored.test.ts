import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { openChannel } from "./open-channel.ts";
import { sendSigned, toEvent } from "./send-signed.ts";

describe("what is not for the bot", () => {
  const kinds: readonly (readonly [string, object])[] = [
    ["another bot's message", { bot_id: "B9", user: "U9" }],
    ["a bot's message of the old kind", { subtype: "bot_message", bot_id: "B9", user: undefined }],
    ["somebody who joins", { subtype: "channel_join" }],
    ["somebody who leaves", { subtype: "channel_leave" }],
    ["an edit", { subtype: "message_changed", message: {}, previous_message: {}, hidden: true }],
    ["a deletion", { subtype: "message_deleted", deleted_ts: "1.0", hidden: true }],
    ["a new topic", { subtype: "channel_topic", topic: "keys" }],
    ["a subtype that does not exist yet", { subtype: "of_tomorrow" }],
    ["a message without a person", { user: undefined }],
  ];

  it.each(kinds)("is acknowledged and not claimed in the store: %s", async (_, fields) => {
    const { claimed, send, ana } = await openCounting();
    for (const channel of [ana.dm, "C1"]) {
      const message = { type: "message", channel, user: ana.id, ts: "7.000100", text: "I lost my key" };
      expect(await send({ ...message, ...fields })).toBe(200);
      expect(await send({ ...message, ...fields, type: "app_mention" })).toBe(200);
    }
    expect(claimed()).toEqual([]);
  });

  it("is acknowledged and not claimed: its own words, and channels that it does not watch", async () => {
    const { workspace, claimed, send, ana } = await openCounting();
    const own = { type: "message", channel: ana.dm, user: workspace.botUserId, ts: "7.000100", text: "key" };
    expect(await send(own)).toBe(200);
    expect(await send({ ...own, channel: "C1", user: ana.id })).toBe(200);
    expect(await send({ type: "reaction_added", user: ana.id, item: { type: "message" } })).toBe(200);
    expect(await send({ type: "app_home_opened", user: ana.id, tab: "messages", event_ts: "1.0" })).toBe(200);
    expect(claimed()).toEqual([]);
  });

  it("does not include a picture, nor a reply that is shown in the channel too", async () => {
    const { claimed, send, ana } = await openCounting();
    const message = { type: "message", channel: ana.dm, user: ana.id, text: "I lost my key" };
    await send({ ...message, ts: "7.000100", subtype: "file_share", files: [{}] });
    await send({ ...message, ts: "8.000100", subtype: "thread_broadcast", thread_ts: "7.000100" });
    expect(claimed().length).toBe(2);
  });
});

/** The bot by HTTP, and the events that its store was given. */
async function openCounting() {
  const store = createMemoryStore(Date.now);
  const ids: string[] = [];
  const core = startSmallPack({
    ...store,
    claim: (id, ...rest) => {
      ids.push(id);
      return store.claim(id, ...rest);
    },
  });
  const { workspace, ana, url } = await openChannel("http", { core });
  let count = 0;
  const send = async (event: object) => {
    count += 1;
    const line = { url, secret: workspace.signingSecret };
    return (await sendSigned(line, { body: toEvent(workspace, `Ev${count}`, event) })).status;
  };
  return { workspace, ana, send, claimed: () => ids };
}
