import { describe, expect, it } from "vitest";
import { openChannel } from "./open-channel.ts";
import { sendSigned, toEvent } from "./send-signed.ts";

const asked = "AWS: I lost my key, new key please?";
const answered = ["I lost the key"];

/** A help channel that the bot watches, and events that nobody in the local workspace can cause. */
async function open() {
  const opened = await openChannel("http", {
    prepare: (workspace) => ({ SLACK_HELP_CHANNELS: `${workspace.channel("help")}:all` }),
  });
  const { workspace, url, ana, said, settled } = opened;
  const help = workspace.data.channels.find(({ name }) => name === "help")?.id ?? "";
  workspace.invite(help, ana.id);
  let count = 0;
  const send = async (event: object) => {
    count += 1;
    const message = { type: "message", user: ana.id, ts: `${count}.000100`, text: asked, ...event };
    const body = toEvent(workspace, `Ev${count}`, message);
    return (await sendSigned({ url, secret: workspace.signingSecret }, { body })).status;
  };
  /** What was answered, in the channel or, since the local workspace has no such thread, in direct messages. */
  const heard = async () => {
    await settled();
    return [...said(help), ...said(ana.dm)].map(({ text }) => text.split("\n")[0]);
  };
  return { ...opened, help, send, heard };
}

describe("a person's message", () => {
  it.each([
    ["/me in direct messages", { subtype: "me_message" }],
    [
      "null where a field is usually absent",
      { subtype: null, thread_ts: null, bot_id: null, edited: null, files: null },
    ],
    ["words in blocks alone", { text: "", blocks: [{ type: "markdown", text: asked }] }],
    ["a forwarded message", { text: "", attachments: [{ is_share: true, text: asked }] }],
    [
      "a voice clip",
      {
        text: "",
        subtype: "file_share",
        files: [{ subtype: "slack_audio", transcription: { preview: { content: asked } } }],
      },
    ],
  ])("is answered: %s", async (_, fields) => {
    const { ana, send, heard } = await open();
    expect(await send({ channel: ana.dm, channel_type: "im", ...fields })).toBe(200);
    expect(await heard()).toEqual(answered);
  });

  it.each([
    ["Slackbot's reminder", { user: "USLACKBOT" }],
    ["a workflow's message", { bot_id: "B1", bot_profile: { name: "Workflow" } }],
    ["an app's message as a person", { bot_profile: { id: "B2" } }],
    ["an announcement to everybody", { text: `<!everyone> ${asked}` }],
    ["one to all who are here", { text: `<!here|@here> ${asked}` }],
    [
      "one to the channel, in blocks",
      {
        blocks: [
          {
            type: "rich_text",
            elements: [{ type: "rich_text_section", elements: [{ type: "broadcast", range: "channel" }] }],
          },
        ],
      },
    ],
    ["/me in a channel", { subtype: "me_message" }],
  ])("or rather what is none is left alone in a help channel: %s", async (_, fields) => {
    const { help, send, heard } = await open();
    expect(await send({ channel: help, channel_type: "channel", ...fields })).toBe(200);
    expect(await heard()).toEqual([]);
  });

  it("in a help channel is answered, as the proof of the above", async () => {
    const { help, send, heard } = await open();
    await send({ channel: help, channel_type: "channel" });
    expect(await heard()).toEqual(answered);
  });

  it("to everybody that mentions the bot is answered", async () => {
    const { workspace, help, send, heard } = await open();
    await send({ type: "app_mention", channel: help, text: `<!here> <@${workspace.botUserId}> ${asked}` });
    expect(await heard()).toEqual(answered);
  });
});

describe("a mention without words in a thread", () => {
  it("asks what the thread began with", async () => {
    const { workspace, ana, bo, channel, said, settled } = await openChannel("socket");
    const root = ana.says(channel, asked);
    bo.says(channel, "@signpost", { thread: root.ts });
    await settled();
    expect(said().map(({ text, thread }) => [text.split("\n")[0], thread])).toEqual([[answered[0], root.ts]]);
    expect(workspace.data.warnings).toEqual([]);
  });

  it("asks for words where the thread can't be read", async () => {
    const { workspace, ana, bo, channel, said, settled } = await openChannel("socket");
    workspace.faults.next({ method: "conversations.replies", kind: "refused", error: "missing_scope" });
    const root = ana.says(channel, asked);
    bo.says(channel, "@signpost", { thread: root.ts });
    await settled();
    expect(said().length).toBe(1);
    expect(said()[0]?.text).not.toMatch(/^I lost the key/);
  });
});

describe("the message shortcut", () => {
  it.each([
    ["an attachment", { text: "", attachments: [{ text: asked, fallback: asked }] }],
    ["blocks", { text: "", blocks: [{ type: "section", text: { type: "mrkdwn", text: asked } }] }],
    ["a robot's message", { text: asked, bot_id: "B1", user: null }],
  ])("reads %s", async (_, content) => {
    const { workspace, ana, channel, said, settled } = await openChannel("socket");
    workspace.faults.changeInteractions((body) => ({
      ...body,
      message: { type: "message", ts: "1.0", ...content },
    }));
    const message = ana.says(channel, "hello");
    expect(await ana.usesShortcut("find_answer", message)).toEqual({ kind: "acknowledged" });
    await settled();
    expect(said().map(({ text }) => text.split("\n")[0])).toEqual(answered);
  });
});
