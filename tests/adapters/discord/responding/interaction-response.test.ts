import { describe, expect, it } from "vitest";
import { createInteractionResponse } from "../../../../adapters/discord/responding/interaction-response.ts";
import { textOf } from "../start-discord.ts";
import { loseResults, openCommand, openPress, requests, toMessage } from "./open-interaction.ts";

async function open(openInteraction: typeof openCommand | typeof openPress = openCommand) {
  const opened = await openInteraction();
  const response = createInteractionResponse(opened.rest, opened.interaction);
  return { ...opened, response, texts: () => opened.seen().map(textOf) };
}

const [one, two] = [toMessage("One"), toMessage("Two")];

describe("the response to an interaction", () => {
  it("is the first message; others follow it", async () => {
    const { response, texts } = await open();
    await response.reply([one, two], "ephemeral");
    await response.reply([toMessage("Three")], "ephemeral");
    expect(texts()).toEqual(["One", "Two", "Three"]);
  });

  it("replaces a deferral once; further replies follow it", async () => {
    const { response, texts } = await open();
    await response.defer("ephemeral");
    await response.reply([one], "ephemeral");
    await response.reply([two], "ephemeral");
    expect(texts()).toEqual(["One", "Two"]);
  });

  it("is not deferred or acknowledged after an answer", async () => {
    const { response, guild, texts } = await open();
    await response.reply([one], "ephemeral");
    await response.defer("ephemeral");
    await response.acknowledge();
    expect(guild.calls.filter(({ name }) => name === requests.callback).length).toBe(1);
    expect(texts()).toEqual(["One"]);
  });

  it("leaves no room for a modal after a deferral of unknown outcome, which the answer replaces", async () => {
    const { response, guild, texts } = await open();
    expect(response.isOpen()).toBe(true);
    loseResults(guild, requests.callback);
    await expect(response.defer("ephemeral")).rejects.toThrow();
    expect(response.isOpen()).toBe(false);
    await response.reply([one], "ephemeral");
    expect(texts()).toEqual(["One"]);
  });

  it("follows an acknowledgement of unknown outcome that did arrive", async () => {
    const { response, guild, texts } = await open(openPress);
    loseResults(guild, requests.callback);
    await expect(response.acknowledge()).rejects.toThrow();
    await response.reply([one], "ephemeral");
    expect(texts()).toEqual(["First", "One"]);
  });

  it("replaces the message whose button was pressed, also after an acknowledgement", async () => {
    const { response, texts } = await open(openPress);
    await response.acknowledge();
    await response.updateMessage([one, two]);
    expect(texts()).toEqual(["One", "Two"]);
  });
});
