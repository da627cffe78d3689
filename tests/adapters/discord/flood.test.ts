import { expect, it } from "vitest";
import { rates } from "../../../src/runtime/limits/rates.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { shown, startDiscord, textOf } from "./start-discord.ts";

const told = ourKnowledge.strings.get("en")?.limits.person;

it("a person who floods the bot is told once; their commands and presses end without a failure, others are answered", async () => {
  const { ana, bo, channel } = await startDiscord();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => ana.types(channel, "aws-help", { question: "my key is lost" })),
  );
  expect(outcomes.filter(({ kind }) => kind === "failed" || kind === "incomplete")).toEqual([]);
  const texts = outcomes.map((outcome) => textOf(shown(outcome)));
  expect(texts.filter((text) => text === told).length).toBe(1);
  expect(texts.filter((text) => text !== told && text !== "").length).toBe(rates.person.burst);

  const answer = outcomes.find((outcome) => textOf(shown(outcome)).includes("I lost the key"));
  const pressed = answer && (await ana.presses(shown(answer), "Still stuck"));
  expect(pressed?.kind).toBe("acknowledged");
  const other = await bo.types(channel, "aws-help", { question: "my window is stuck" });
  expect(textOf(shown(other))).toContain("The window does not open");
});
