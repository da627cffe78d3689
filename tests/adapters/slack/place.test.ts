import { describe, expect, it } from "vitest";
import { parsePress, pressSchema } from "../../../adapters/slack/parsing/parse-press.ts";
import { parseText } from "../../../adapters/slack/parsing/parse-text.ts";

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
