import { expect, it } from "vitest";
import { rates } from "../../../src/runtime/limits/rates.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { shown, startDiscord, textOf } from "./start-discord.ts";

const told = ourKnowledge.strings.get("en")?.limits.person;

it("a person who floods the bot is told once; their commands and presses end without a failure, others are answered", async () => {
  const { guild, ana, bo, channel } = await startDiscord();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => ana.types(channel, "aws-help", { question: "my key is lost" })),
  );
  expect(outcomes.filter(({ kind }) => kind === "failed" || kind === "incomplete")).toEqual([]);
  // On a busy machine a command is deferred, and its answer follows.
  const messages = await guild.until(() => {
    const seen = guild.messagesSeenBy(ana, channel).filter((message) => textOf(message) !== "");
    return seen.length > rates.person.burst ? seen : undefined;
  });
  expect(messages.filter((message) => textOf(message) === told).length).toBe(1);
  expect(messages.length).toBe(rates.person.burst + 1);

  const answer = messages.find((message) => textOf(message).includes("I lost the key"));
  const pressed = answer && (await ana.presses(answer, "Still stuck"));
  expect(pressed?.kind).toBe("acknowledged");
  const other = await bo.types(channel, "aws-help", { question: "my window is stuck" });
  expect(textOf(shown(other))).toContain("The window does not open");
});
