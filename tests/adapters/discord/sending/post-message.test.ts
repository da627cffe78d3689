import { describe, expect, it } from "vitest";
import { renderAnswer } from "../../../../adapters/discord/rendering/render-answer.ts";
import { postDm } from "../../../../adapters/discord/sending/post-dm.ts";
import { postInThread } from "../../../../adapters/discord/sending/post-in-thread.ts";
import { postMessage } from "../../../../adapters/discord/sending/post-message.ts";
import { answerOf } from "../../../support/core-saying.ts";
import { deliveryTo, openRest, posting } from "./open-rest.ts";

const [message = fail()] = renderAnswer(answerOf("Here"));

function fail(): never {
  throw new Error("the answer has no message");
}

describe("postMessage", () => {
  it("returns the message that was posted before with the same key", async () => {
    const { context, channel, seen } = await openRest();
    const first = await postMessage(context.rest, channel, { message, key: "1" });
    expect(await postMessage(context.rest, channel, { message, key: "1" })).toBe(first);
    await postMessage(context.rest, channel, { message, key: "2" });
    expect(seen().length).toBe(2);
  });

  it("replies to a message, and posts without a reference if that was deleted", async () => {
    const { context, ana, channel, question, seen } = await openRest();
    await postMessage(context.rest, channel, { message, key: "1", replyTo: question.id });
    ana.deletes(question);
    await postMessage(context.rest, channel, { message, key: "2", replyTo: question.id });
    expect(seen().map(({ reference }) => reference?.message)).toEqual([question.id, undefined]);
  });
});

describe("postInThread", () => {
  it("starts a thread that is named after the answer, and uses it again", async () => {
    const { guild, context, place, question, seen, texts } = await openRest();
    await postInThread(context, place, deliveryTo("all", "1"));
    await postInThread(context, place, deliveryTo("all", "2"));
    expect(guild.data.channels.filter(({ kind }) => kind === "thread")).toMatchObject([{ name: "Keys" }]);
    expect(texts(question.id).length).toBe(2);
    expect(seen()).toEqual([]);
  });

  it("posts a reply if no thread can be started", async () => {
    const { guild, context, place, channel, question, seen } = await openRest();
    guild.deny(channel, ["CreatePublicThreads"]);
    await postInThread(context, place, deliveryTo("all"));
    expect(seen().map(({ reference }) => reference?.message)).toEqual([question.id]);
  });
});

describe("postDm", () => {
  it("opens the person's DM and returns its address", async () => {
    const { context, ana, texts } = await openRest();
    expect(await postDm(context.rest, ana.id, deliveryTo("direct"))).toMatchObject({
      conversation: `discord/direct/${ana.dm}`,
    });
    expect(texts(ana.dm).length).toBe(1);
  });

  it("does not retry if the person accepts no DMs", async () => {
    const { guild, context, ana } = await openRest();
    ana.closesDms();
    await expect(postDm(context.rest, ana.id, deliveryTo("direct"))).rejects.toThrow(/Cannot send messages/);
    expect(guild.calls.filter(({ name }) => name === posting).length).toBe(1);
  });
});
