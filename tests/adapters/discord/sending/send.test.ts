import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../../adapters/discord/sending/delivery.ts";
import { postPrivately } from "../../../../adapters/discord/sending/post-privately.ts";
import { postToPlace } from "../../../../adapters/discord/sending/post-to-place.ts";
import { createSend } from "../../../../adapters/discord/sending/send.ts";
import { answerOf } from "../../../support/core-saying.ts";
import { deliveryTo, openRest } from "./open-rest.ts";

const withPointer: Delivery = { ...deliveryTo("direct"), pointer: answerOf("Look there") };
const content = "### Keys\nHere";

describe("postToPlace", () => {
  it("returns the conversation that goes on under the post", async () => {
    const { context, guild, place, channel, question, seen } = await openRest();
    const posted = await postToPlace(context, place, deliveryTo("all", "1"));
    expect(posted?.conversation).toBe(`discord/${guild.guildId}/${channel}/${question.id}`);
    const onBoard = await postToPlace(context, { kind: "board", channel }, deliveryTo("all", "2"));
    expect(onBoard?.conversation).toBe(`discord/${guild.guildId}/${channel}/${seen().at(-1)?.id}`);
  });
});

describe("postPrivately", () => {
  it("posts the answer to the DM and the pointer where the person asked", async () => {
    const { context, ana, place, texts } = await openRest();
    await postPrivately(context, place, withPointer);
    expect([texts(), texts(ana.dm)]).toEqual([["Look there"], [content]]);
  });

  it("posts only the pointer if the person accepts no DMs", async () => {
    const { context, ana, place, texts } = await openRest();
    ana.closesDms();
    await postPrivately(context, place, withPointer);
    expect([texts(), texts(ana.dm)]).toEqual([["Look there"], []]);
  });

  it("posts nothing where the question was ephemeral and the person accepts no DMs", async () => {
    const { context, ana, channel, texts } = await openRest();
    ana.closesDms();
    const aside = { kind: "aside", channel, user: ana.id } as const;
    expect(await postPrivately(context, aside, withPointer)).toBeUndefined();
    expect([texts(), texts(ana.dm)]).toEqual([[], []]);
  });
});

describe("createSend", () => {
  it("posts everybody's answer to the DM if the bot can't post in the channel", async () => {
    const { context, guild, ana, place, channel, texts } = await openRest();
    guild.deny(channel, ["SendMessages"]);
    const posted = await createSend(context)(place, deliveryTo("all"));
    expect(posted?.conversation).toBe(`discord/direct/${ana.dm}`);
    const { sentInstead } = context.surface();
    expect([texts(), texts(ana.dm)]).toEqual([[], [`-# ${sentInstead}\n\n${content}`]]);
  });

  it("does not use a DM if the team's channel is unavailable", async () => {
    const { context, guild, channel } = await openRest();
    guild.deny(channel, ["SendMessages"]);
    const sending = createSend(context)({ kind: "board", channel }, deliveryTo("all"));
    await expect(sending).rejects.toThrow();
    expect(guild.calls.filter(({ name }) => name === "POST /users/@me/channels")).toEqual([]);
  });
});
