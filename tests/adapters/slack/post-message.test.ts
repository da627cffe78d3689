import { describe, expect, it } from "vitest";
import { renderAnswer } from "../../../adapters/slack/rendering/render-answer.ts";
import { postAnswer } from "../../../adapters/slack/sending/post-answer.ts";
import { postDm } from "../../../adapters/slack/sending/post-dm.ts";
import { postMessage } from "../../../adapters/slack/sending/post-message.ts";
import { answer, deliveryTo, openWebApi } from "./open-web-api.ts";

const [message = fail()] = renderAnswer(answer);

function fail(): never {
  throw new Error("the answer has no message");
}

describe("postMessage", () => {
  it("returns the message that exists with its key, in a channel and in a thread", async () => {
    const { context, ana, channel, seenBy } = await openWebApi();
    const { ts: thread } = ana.says(channel, "hello");
    for (const target of [{ channel }, { channel, thread }]) {
      const request = { ...target, message, key: "k/0" };
      const first = await postMessage(context, { ...request, mayExist: false });
      expect(await postMessage(context, { ...request, mayExist: true })).toBe(first);
    }
    expect(seenBy().length).toBe(2);
  });

  it("posts a message whose key does not exist yet", async () => {
    const { context, channel, seenBy } = await openWebApi();
    await postMessage(context, { channel, message, key: "1/0", mayExist: true });
    await postMessage(context, { channel, message, key: "2/0", mayExist: true });
    expect(seenBy().length).toBe(2);
  });

  it("posts text with the buttons as lines if Slack refuses the blocks", async () => {
    const { workspace, context, channel, seenBy } = await openWebApi();
    workspace.faults.next({ method: "chat.postMessage", kind: "refused", error: "invalid_blocks" });
    await postMessage(context, { channel, message, key: "k/0", mayExist: false });
    const [posted] = seenBy();
    expect(posted?.blocks ?? []).toEqual([]);
    expect(posted?.text).toBe(
      "Keys\n\nKeys turn up.\n\n1. Still stuck\n2. Caretaker (https://example.com/caretaker)",
    );
  });

  it("does not retry if the channel is closed", async () => {
    const { workspace, context, channel, callsTo } = await openWebApi();
    workspace.archive(channel);
    const posting = postMessage(context, { channel, message, key: "k/0", mayExist: false });
    await expect(posting).rejects.toThrow("is_archived");
    expect(callsTo("chat.postMessage")).toBe(1);
  });
});

describe("postAnswer", () => {
  it("returns the message, and where an answer to it goes: its thread, or the one that it starts", async () => {
    const { context, ana, channel, seenBy } = await openWebApi();
    const { ts: thread } = ana.says(channel, "hello");
    expect(await postAnswer(context, { channel, thread }, deliveryTo("all", "1"))).toEqual({
      channel,
      thread,
      ts: seenBy().at(-1)?.ts,
    });
    const started = await postAnswer(context, { channel }, deliveryTo("all", "2"));
    const ts = seenBy().at(-1)?.ts;
    expect(started).toEqual({ channel, thread: ts, ts });
  });
});

describe("postDm", () => {
  it("opens the person's DM", async () => {
    const { context, ana, bo, seenBy } = await openWebApi();
    expect(await postDm(context, ana.id, deliveryTo("direct"))).toMatchObject({ channel: ana.dm });
    expect(seenBy(ana, ana.dm).length).toBe(1);
    expect(seenBy(bo, bo.dm)).toEqual([]);
  });
});
