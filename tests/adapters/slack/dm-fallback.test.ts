import { describe, expect, it } from "vitest";
import { withDmFallback } from "../../../adapters/slack/sending/dm-fallback.ts";
import { postAnswer } from "../../../adapters/slack/sending/post-answer.ts";
import { deliveryTo, openWebApi } from "./open-web-api.ts";

async function open() {
  const opened = await openWebApi();
  const place = { kind: "thread", channel: opened.channel, user: opened.ana.id } as const;
  return { ...opened, place, inDm: () => opened.seenBy(opened.ana, opened.ana.dm).length };
}

const broken = () => Promise.reject(new Error("broken"));

describe("withDmFallback", () => {
  it("leaves an answer that was posted where it is", async () => {
    const { context, place, channel, inDm } = await open();
    const delivery = deliveryTo("all");
    const posted = await withDmFallback(context, { place, delivery }, () =>
      postAnswer(context, place, delivery),
    );
    expect(posted?.channel).toBe(channel);
    expect(inDm()).toBe(0);
  });

  it("posts everybody's answer to the DM if the channel is closed", async () => {
    const { workspace, context, place, ana, channel } = await open();
    workspace.archive(channel);
    const delivery = deliveryTo("all");
    const posted = await withDmFallback(context, { place, delivery }, () =>
      postAnswer(context, place, delivery),
    );
    expect(posted?.channel).toBe(ana.dm);
  });

  it("rejects with any other error of everybody's answer, so that it is delivered later", async () => {
    const { context, place, inDm } = await open();
    const sending = withDmFallback(context, { place, delivery: deliveryTo("all") }, broken);
    await expect(sending).rejects.toThrow("broken");
    expect(inDm()).toBe(0);
  });

  it("posts one person's answer to the DM after any error", async () => {
    const { context, place, inDm } = await open();
    await withDmFallback(context, { place, delivery: deliveryTo("asker") }, broken);
    expect(inDm()).toBe(1);
  });
});
