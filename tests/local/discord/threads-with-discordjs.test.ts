import { ChannelType, Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { connectApp, openGuild } from "./connect-app.ts";

describe("A discord.js app", () => {
  it("hears of a forum post, answers in it, tags it as solved and closes it", async () => {
    const { guild, ana } = await openGuild();
    const forum = guild.forum("help", { tags: ["open"], moderated: ["solved"] });
    guild.allow(forum, ["ManageThreads"]);
    await connectApp(guild, (client) =>
      client.on(Events.ThreadCreate, async (thread, isNew) => {
        if (!isNew || thread.parent?.type !== ChannelType.GuildForum) return;
        const solved = thread.parent.availableTags.find(({ name }) => name === "solved");
        await thread.send(`Welcome to ${thread.name}`);
        await thread.setAppliedTags([...thread.appliedTags, solved?.id ?? ""]);
        await thread.setArchived(true);
      }),
    );
    const { thread } = ana.posts(forum, { title: "Lost phone", text: "help", tags: ["open"] });
    const closed = await guild.until(() =>
      guild.data.channels.find((one) => one.id === thread.id && one.kind === "thread" && one.isArchived),
    );
    expect(closed).toMatchObject({ appliedTags: [expect.any(String), expect.any(String)] });
    expect(guild.messagesSeenBy(ana, thread.id)).toMatchObject([
      { content: "help" },
      { content: "Welcome to Lost phone" },
    ]);
  });

  it("starts a thread from a message and writes into it", async () => {
    const { guild, ana, channel } = await openGuild();
    await connectApp(guild, (client) =>
      client.on(Events.MessageCreate, async (message) => {
        if (message.author.bot || message.channel.isThread()) return;
        const thread = await message.startThread({ name: "Help", autoArchiveDuration: 1440 });
        await thread.send("Here");
      }),
    );
    const said = ana.says(channel, "my key is lost");
    await guild.until(() => guild.messagesSeenBy(ana, said.id)[1]);
    expect(guild.messagesSeenBy(ana, said.id)).toMatchObject([{ type: 21 }, { content: "Here" }]);
  });

  it("sends a file along, and opens direct messages", async () => {
    const { guild, ana } = await openGuild();
    const client = await connectApp(guild);
    const user = await client.users.fetch(ana.id);
    await user.send({ content: "see", files: [{ attachment: Buffer.from("text"), name: "a.txt" }] });
    expect(guild.messagesSeenBy(ana, ana.dm)).toMatchObject([
      { content: "see", attachments: [{ filename: "a.txt", size: 4 }] },
    ]);
  });
});
