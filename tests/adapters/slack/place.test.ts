import { describe, expect, it } from "vitest";
import { parsePress, pressSchema } from "../../../adapters/slack/parsing/parse-press.ts";
import { parseText } from "../../../adapters/slack/parsing/parse-text.ts";
import { conversationId, dmThread, readPlace, writePlace } from "../../../adapters/slack/place.ts";

const press = (container: object) =>
  parsePress(
    pressSchema.parse({
      trigger_id: "t1",
      team: { id: "T1" },
      user: { id: "U1" },
      container: { type: "message", message_ts: "5.0", ...container },
      actions: [{ action_id: "press-0", value: "1.home.-.en" }],
    }),
  ).incoming;

describe("a press on a message that one person sees", () => {
  it("stays for their eyes, also between two people where the bot is no member", () => {
    const incoming = press({ channel_id: "D0PEOPLE", is_ephemeral: true });
    expect(incoming.place).toBe("aside");
    expect(incoming.conversation).toBe("slack/T1/D0PEOPLE/command/U1");
  });

  it("in the bot's own direct messages belongs to them where everybody there sees it", () => {
    const incoming = press({ channel_id: "D0BOT" });
    expect(incoming.place).toBe("private");
    expect(incoming.conversation).toBe("slack/T1/D0BOT");
  });
});

describe("a thread of direct messages", () => {
  const place = (hasAgentView: boolean, message: Parameters<typeof dmThread>[1]) =>
    ({ kind: "thread", channel: "D0BOT", user: "U1", ...dmThread(hasAgentView, message) }) as const;

  it.each([
    ["begins with each message", { ts: "5.0" }, "5.0"],
    ["is that of a reply", { ts: "6.0", thread_ts: "5.0" }, "5.0"],
    ["is that of a message that names itself as its thread", { ts: "5.0", thread_ts: "5.0" }, "5.0"],
  ])("in the agent view %s, and is a conversation of its own", (_, message, thread) => {
    expect(place(true, message)).toMatchObject({ thread });
    expect(conversationId("T1", place(true, message))).toBe(`slack/T1/D0BOT/${thread}`);
    expect(readPlace(writePlace(place(true, message)))).toEqual(place(true, message));
  });

  it.each([
    ["no thread for a message", { ts: "5.0" }, undefined],
    ["no thread for a message that others are under", { ts: "5.0", thread_ts: "5.0" }, undefined],
    ["the thread of a reply", { ts: "6.0", thread_ts: "5.0" }, "5.0"],
  ])("is otherwise %s, and all of them are one conversation", (_, message, thread) => {
    expect(place(false, message).thread).toBe(thread);
    expect(conversationId("T1", place(false, message))).toBe("slack/T1/D0BOT");
  });

  it("is the whole of the direct messages in addresses that were stored before the agent view", () => {
    const stored = readPlace('{"kind":"thread","channel":"D0BOT","thread":"5.0","user":"U1"}');
    expect(conversationId("T1", stored)).toBe("slack/T1/D0BOT");
  });
});

describe("what a person typed", () => {
  it("is read in no time, however many brackets it has", () => {
    const brackets = "<".repeat(200_000);
    expect(parseText(brackets).length).toBeLessThanOrEqual(12_000);
    expect(parseText(`${"<".repeat(2000)}a|b>`)).toContain("b");
  });

  it("loses mentions, keeps the words of links and undoes Slack's escapes", () => {
    expect(parseText("<@U1> see <https://example.com|this page> &amp; &lt;that&gt;")).toBe(
      "see this page & <that>",
    );
  });
});
