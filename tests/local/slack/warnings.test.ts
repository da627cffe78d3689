import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { call } from "./raw-app.ts";

const divider = { type: "divider" as const };

async function openClient() {
  const opened = await openWorkspace();
  return { ...opened, client: createClient(opened.workspace) };
}

describe("Content that Slack accepts but shows wrongly", () => {
  it.each([
    ["a < b", "< or > is not escaped in: a < b"],
    ["a & b", "& is not escaped in: a & b"],
    ["<script>", "<script> is not escaped"],
    ["<@U404>", "U404 is not a user"],
    ["<!channel>", "<!channel> notifies everyone"],
  ])("is warned about: %s", async (text, warning) => {
    const { workspace, channel, client } = await openClient();
    await client.chat.postMessage({ channel, text });
    expect(workspace.data.warnings).toContain(warning);
  });

  it("is warned about: blocks without a text for screen readers", async () => {
    const { workspace, channel } = await openClient();
    await call(workspace, "chat.postMessage", { channel, blocks: [divider] });
    expect(workspace.data.warnings).toEqual([
      "a message with blocks has no text for screen readers and notifications",
    ]);
  });

  it("is not warned about if it is escaped, a link or a mention", async () => {
    const { workspace, ana, channel, client } = await openClient();
    const text = `&lt;b&gt; &amp; <https://e.example/?a=1&b=2|here> <@${ana.id}> <#${channel}|general> <mailto:a@e.example|a>`;
    await client.chat.postMessage({ channel, text });
    expect(workspace.data.warnings).toEqual([]);
  });
});
