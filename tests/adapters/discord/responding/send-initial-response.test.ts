import { DiscordAPIError, InteractionResponseType as Type } from "discord.js";
import { describe, expect, it } from "vitest";
import { createInteractionApi } from "../../../../adapters/discord/responding/interaction-api.ts";
import { sendInitialResponse } from "../../../../adapters/discord/responding/send-initial-response.ts";
import { toBody } from "../../../../adapters/discord/sending/message-body.ts";
import { loseResults, openCommand, openPress, requests, toMessage } from "./open-interaction.ts";

const reply = { type: Type.ChannelMessageWithSource, data: toBody(toMessage("Here")) };
const modal = { type: Type.Modal, data: { custom_id: "form", title: "Form", components: [] } };

async function open() {
  const opened = await openCommand();
  return { ...opened, api: createInteractionApi(opened.rest, opened.interaction) };
}

describe("an initial response", () => {
  it("is accepted once; a second one finds the first", async () => {
    const { api, outcome } = await open();
    expect(await sendInitialResponse(api, reply)).toEqual({ kind: "accepted" });
    expect((await outcome).kind).toBe("replied");
    expect(await sendInitialResponse(api, reply)).toEqual({ kind: "alreadyResponded" });
  });

  it("whose result was lost is found by its original message", async () => {
    const { api, guild, seen } = await open();
    loseResults(guild, requests.callback);
    expect(await sendInitialResponse(api, reply)).toEqual({ kind: "alreadyResponded" });
    expect(seen().length).toBe(1);
  });

  it("that did not arrive is refused by the lookup", async () => {
    const { api, guild } = await open();
    guild.faults.next({ on: requests.callback, kind: "lostRequest" });
    await expect(sendInitialResponse(api, reply)).rejects.toBeInstanceOf(DiscordAPIError);
  });

  it.each([Type.DeferredChannelMessageWithSource, Type.DeferredMessageUpdate])(
    "that defers (type %i) is unconfirmed if its result was lost, and is not looked up",
    async (type) => {
      const { interaction, guild, rest } = await openPress();
      const api = createInteractionApi(rest, interaction);
      loseResults(guild, requests.callback);
      expect((await sendInitialResponse(api, { type })).kind).toBe("unconfirmed");
      expect(guild.calls.filter(({ name }) => name === requests.getOriginal)).toEqual([]);
    },
  );

  it("that opens a modal fails if its result was lost: nothing shows whether it was opened", async () => {
    const { api, guild } = await open();
    guild.faults.next({ on: requests.callback, kind: "lostRequest" });
    await expect(sendInitialResponse(api, modal)).rejects.toThrow();
    expect(guild.calls.filter(({ name }) => name === requests.getOriginal)).toEqual([]);
  });
});
