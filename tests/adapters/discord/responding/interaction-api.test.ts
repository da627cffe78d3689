import { DiscordAPIError, InteractionResponseType as Type } from "discord.js";
import { describe, expect, it } from "vitest";
import { createInteractionApi } from "../../../../adapters/discord/responding/interaction-api.ts";
import { createRestClient } from "../../../../adapters/discord/rest/rest-client.ts";
import { createLog } from "../../../../src/insight/log.ts";
import { textOf } from "../start-discord.ts";
import { loseResults, openCommand, requests, toMessage } from "./open-interaction.ts";

async function open() {
  const opened = await openCommand();
  const { guild, interaction } = opened;
  const rest = createRestClient({ token: guild.token, api: guild.restUrl, log: createLog("silent") });
  const api = createInteractionApi(rest, interaction);
  return { ...opened, api, texts: () => opened.seen().map(textOf) };
}

const thinking = { type: Type.DeferredChannelMessageWithSource };

describe("the original message of an interaction", () => {
  it("does not exist before there is a response", async () => {
    const { api } = await open();
    await expect(api.getOriginal()).rejects.toBeInstanceOf(DiscordAPIError);
  });

  it("is edited again if the result of an edit was lost", async () => {
    const { api, guild, texts } = await open();
    await api.createResponse(thinking);
    loseResults(guild, requests.editOriginal);
    await api.editOriginal(toMessage("Here"));
    expect(texts()).toEqual(["Here"]);
    expect(guild.calls.filter(({ name }) => name === requests.editOriginal).length).toBe(2);
  });

  it("can be deleted", async () => {
    const { api, texts } = await open();
    await api.createResponse(thinking);
    await api.deleteOriginal();
    expect(texts()).toEqual([]);
  });
});

describe("follow-ups", () => {
  it("come in order, and only the person sees ephemeral ones", async () => {
    const { api, ana, seen, texts } = await open();
    await api.createResponse(thinking);
    await api.editOriginal(toMessage("Here"));
    await api.createFollowups([toMessage("One"), toMessage("Two")], "ephemeral");
    await api.createFollowups([toMessage("Three")], "public");
    expect(texts()).toEqual(["Here", "One", "Two", "Three"]);
    expect(seen().map(({ visibleTo }) => visibleTo)).toEqual([undefined, ana.id, ana.id, undefined]);
  });
});
