import { describe, expect, it } from "vitest";
import { openGuild } from "./connect-app.ts";
import { ask } from "./raw.ts";
import { identify } from "./raw-session.ts";

const components = [
  {
    type: 1,
    components: [
      { type: 2, style: 1, label: "Go", custom_id: "go" },
      { type: 2, style: 2, label: "Not now", custom_id: "later", disabled: true },
      { type: 2, style: 5, label: "Page", url: "https://e.example" },
    ],
  },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: "topic",
        placeholder: "Topic",
        options: [
          { label: "Root", value: "root" },
          { label: "IAM", value: "iam" },
        ],
      },
    ],
  },
];

async function openMessage() {
  const opened = await openGuild();
  const { guild, ana, channel } = opened;
  await ask(guild, `POST /channels/${channel}/messages`, { content: "Choose", components });
  const [message] = guild.messagesSeenBy(ana, channel);
  if (!message) throw new Error("no message");
  return { ...opened, message };
}

describe("Somebody", () => {
  it("picks an option by label or value", async () => {
    const { guild, ana, message } = await openMessage();
    const session = await identify(guild);
    void ana.picks(message, "Topic", "IAM");
    void ana.picks(message, "topic", "root");
    await guild.until(() => session.events("INTERACTION_CREATE")[1]);
    expect(session.events("INTERACTION_CREATE")).toMatchObject([
      { type: 3, data: { component_type: 3, custom_id: "topic", values: ["iam"] } },
      { data: { values: ["root"] } },
    ]);
  });

  it("can only do what is there to do", async () => {
    const { guild, ana, channel, message } = await openMessage();
    const stranger = guild.person("stranger", { isMember: false });
    const hidden = guild.channel("hidden");
    guild.deny(hidden, ["ViewChannel"], ana.id);
    await expect(ana.presses(message, "Nothing")).rejects.toThrow('"Nothing" not found; there are: Go, ');
    await expect(ana.presses(message, "Page")).rejects.toThrow("is a link");
    await expect(ana.presses(message, "Not now")).rejects.toThrow("is disabled");
    await expect(ana.picks(message, "topic", "Neither")).rejects.toThrow("there are: Root, IAM");
    await expect(ana.picks(message, "topic", "Root", "IAM")).rejects.toThrow("takes 1 to 1 options");
    await expect(ana.types(channel, "help")).rejects.toThrow('no command is called "help"; there are: none');
    await expect(ana.usesContextMenu("Ask", message)).rejects.toThrow('no command is called "Ask"');
    await expect(stranger.presses(message, "Go")).rejects.toThrow("stranger does not see the channel");
    expect(() => ana.says(hidden, "hi")).toThrow("ana does not see the channel");
    expect(() => ana.edits(message, "hi")).toThrow("ana did not write that message");
    expect(() => ana.deletes(message)).toThrow("ana did not write that message");
    expect(() => ana.says(ana.dm, "hi", { replyTo: { id: "1", channel } })).toThrow("ana sees no message 1");
    expect(() => ana.posts(channel, { title: "t", text: "t" })).toThrow("is not a forum");
    expect(guild.messagesSeenBy(stranger, ana.dm)).toEqual([]);
  });

  it("sees what is asked of a command's options before the app does", async () => {
    const { guild, ana, channel } = await openMessage();
    const options = [
      { type: 3, name: "question", description: "d", required: true, max_length: 3 },
      { type: 5, name: "loud", description: "d" },
    ];
    await ask(guild, `POST /applications/${guild.applicationId}/commands`, {
      ...{ name: "help", description: "d", options, contexts: [0] },
    });
    await expect(ana.types(channel, "help")).rejects.toThrow('/help needs the option "question"');
    await expect(ana.types(channel, "help", { question: "long" })).rejects.toThrow(
      '"question" takes 0 to 3 characters',
    );
    await expect(ana.types(channel, "help", { question: "q", other: 1 })).rejects.toThrow(
      'no option "other"',
    );
    await expect(ana.types(ana.dm, "help", { question: "q" })).rejects.toThrow(
      '"help" is not available to ana',
    );
    await expect(ana.completes(channel, "help", { option: "question", value: "" })).rejects.toThrow(
      "has no autocomplete",
    );
  });

  it("edits, takes back, and mentions by name", async () => {
    const { guild, ana, channel } = await openGuild();
    const ben = guild.person("ben");
    const said = ana.says(channel, "@ben and @nobody");
    expect(said).toMatchObject({ content: `<@${ben.id}> and @nobody`, mentions: { users: [ben.id] } });
    expect(ana.edits(said, "never mind")).toMatchObject({
      content: "never mind",
      editedAt: expect.any(Number),
    });
    ana.deletes(said);
    expect(guild.messagesSeenBy(ana, channel)).toEqual([]);
  });

  it("closes their direct messages and opens them again", async () => {
    const { guild, ana } = await openGuild();
    const post = async () => (await ask(guild, `POST /channels/${ana.dm}/messages`, { content: "t" })).status;
    ana.closesDms();
    expect(await post()).toBe(403);
    ana.opensDms();
    expect(await post()).toBe(200);
  });

  it("is the same person under the same name", async () => {
    const { guild, ana } = await openGuild();
    expect(guild.person("ana")).toBe(ana);
    expect(guild.person("ben").id).not.toBe(ana.id);
  });
});

describe("The data", () => {
  it("is plain, and whoever listens hears of each change until they stop", async () => {
    const { guild, ana, channel } = await openGuild();
    let changes = 0;
    const stop = guild.onChange(() => {
      changes += 1;
    });
    ana.says(channel, "1");
    stop();
    ana.says(channel, "2");
    expect(changes).toBe(1);
    expect(JSON.parse(JSON.stringify(guild.data)).messages[channel]).toMatchObject([
      { content: "1" },
      { content: "2" },
    ]);
  });
});
