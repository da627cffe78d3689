import { expect, it } from "vitest";
import { rates } from "../../../src/runtime/limits/rates.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { readMessage } from "./read-message.ts";
import { startSlack } from "./start-slack.ts";

const told = ourKnowledge.strings.get("en")?.limits.person ?? "";

it.each(["socket", "http"] as const)(
  "a person who floods the bot is told once, everything is acknowledged, and others are answered (%s)",
  async (transport) => {
    const { workspace } = await startSlack(transport);
    const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
    const channel = workspace.channel("general", { members: [ana, bo] });
    const said = (person: typeof ana) =>
      workspace.messagesSeenBy(person, channel).filter(({ botId }) => botId !== undefined);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => ana.types(channel, "/aws-help my key is lost")),
    );
    expect(outcomes.every(({ kind }) => kind === "acknowledged")).toBe(true);
    await workspace.until(() => (said(ana).length > rates.person.burst ? true : undefined));
    const first = said(ana).find((message) => !readMessage(message).includes(told));
    const pressed = first && (await ana.presses(first, "Still stuck"));
    expect(pressed?.kind).toBe("acknowledged");

    await bo.types(channel, "/aws-help my window is stuck");
    const answer = await workspace.until(() => said(bo)[0]);
    expect(readMessage(answer)).toContain("The window does not open");
    const all = said(ana).map(readMessage);
    expect(all.filter((text) => text.includes(told)).length).toBe(1);
    expect(all.length).toBe(rates.person.burst + 1);
  },
);
