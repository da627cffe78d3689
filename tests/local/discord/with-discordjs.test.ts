import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { connectApp, openGuild } from "./connect-app.ts";

const help = {
  name: "aws-help",
  description: "Help",
  options: [{ type: 3, name: "question", description: "What goes wrong", autocomplete: true }],
};
const row = (...labels: readonly string[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    labels.map((label) =>
      new ButtonBuilder().setCustomId(label.toLowerCase()).setLabel(label).setStyle(ButtonStyle.Secondary),
    ),
  );

async function register(client: Client<true>) {
  await client.application.commands.set([help, { type: 3, name: "Ask" }]);
}

describe("A discord.js app", () => {
  it("connects, and knows who and where it is", async () => {
    const { guild, channel } = await openGuild();
    const client = await connectApp(guild);
    expect(client.user).toMatchObject({ id: guild.botUserId, username: "signpost", bot: true });
    expect(client.guilds.cache.get(guild.guildId)?.channels.cache.get(channel)?.name).toBe("general");
    expect(guild.connections()).toBe(1);
  });

  it("answers a direct message", async () => {
    const { guild, ana } = await openGuild();
    await connectApp(guild, (client) =>
      client.on(Events.MessageCreate, async (message) => {
        if (!message.author.bot) await message.reply(`heard ${message.content}`);
      }),
    );
    const said = ana.says(ana.dm, "my key is lost");
    const answer = await guild.until(() => guild.messagesSeenBy(ana, ana.dm)[1]);
    expect(answer).toMatchObject({
      content: "heard my key is lost",
      author: guild.botUserId,
      reference: { message: said.id },
      mentions: { users: [ana.id] },
    });
  });

  it("answers a slash command to who typed it alone", async () => {
    const { guild, ana, channel } = await openGuild();
    const ben = guild.person("ben");
    const client = await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const question = interaction.options.getString("question", true);
        await interaction.reply({ content: `You said ${question}`, flags: MessageFlags.Ephemeral });
        await interaction.followUp({ content: "And more", flags: MessageFlags.Ephemeral });
      }),
    );
    await register(client);
    const outcome = await ana.types(channel, "aws-help", { question: "lost phone" });
    expect(outcome).toMatchObject({
      kind: "replied",
      message: { content: "You said lost phone", visibleTo: ana.id },
    });
    await guild.until(() => guild.messagesSeenBy(ana, channel)[1]);
    expect(guild.messagesSeenBy(ana, channel).map(({ content }) => content)).toEqual([
      "You said lost phone",
      "And more",
    ]);
    expect(guild.messagesSeenBy(ben, channel)).toEqual([]);
  });

  it("thinks first, and says it then", async () => {
    const { guild, ana, channel } = await openGuild();
    const client = await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply("It was the window");
      }),
    );
    await register(client);
    expect(await ana.types(channel, "aws-help")).toMatchObject({ kind: "thinking" });
    await guild.until(() =>
      guild.messagesSeenBy(ana, channel).find(({ content }) => content === "It was the window"),
    );
  });

  it("offers choices while a question is typed", async () => {
    const { guild, ana, channel } = await openGuild();
    const client = await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isAutocomplete()) return;
        const typed = interaction.options.getFocused();
        await interaction.respond([{ name: `${typed}ost key`, value: "lost-key" }]);
      }),
    );
    await register(client);
    const offered = await ana.completes(channel, "aws-help", { option: "question", value: "l" });
    expect(offered).toMatchObject({ kind: "choices", choices: [{ name: "lost key", value: "lost-key" }] });
  });

  it("hears a press, and changes the message", async () => {
    const { guild, ana, channel } = await openGuild();
    const client = await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isButton()) await interaction.update({ content: "Good!", components: [] });
      }),
    );
    const target = await client.channels.fetch(channel);
    if (!target?.isSendable()) throw new Error("no channel");
    await target.send({ content: "Better?", components: [row("Solved", "Not yet")] });
    const [message] = guild.messagesSeenBy(ana, channel);
    if (!message) throw new Error("no message");
    const outcome = await ana.presses(message, "Solved");
    expect(outcome).toMatchObject({ kind: "updated", message: { content: "Good!", components: [] } });
  });

  it("opens a form, and hears what is filled in", async () => {
    const { guild, ana, channel } = await openGuild();
    const client = await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isChatInputCommand()) {
          const input = new TextInputBuilder().setCustomId("words").setStyle(TextInputStyle.Paragraph);
          const label = new LabelBuilder().setLabel("In your own words").setTextInputComponent(input);
          await interaction.showModal(
            new ModalBuilder().setCustomId("ask").setTitle("Ask").addLabelComponents(label),
          );
        }
        if (interaction.isModalSubmit())
          await interaction.reply(`You wrote ${interaction.fields.getTextInputValue("words")}`);
      }),
    );
    await register(client);
    expect(await ana.types(channel, "aws-help")).toMatchObject({ kind: "modal" });
    const modal = guild.modal(ana);
    if (!modal) throw new Error("no modal");
    expect(await ana.submits(modal)).toEqual({
      kind: "incomplete",
      errors: { words: "This field is required." },
    });
    const outcome = await ana.submits(modal, { "In your own words": "the door" });
    expect(outcome).toMatchObject({ kind: "replied", message: { content: "You wrote the door" } });
    expect(guild.modal(ana)).toBeUndefined();
  });

  it("reads a message by its menu without the intent for content", async () => {
    const { guild, ana, channel } = await openGuild();
    const heard: string[] = [];
    const client = await connectApp(guild, (client) => {
      client.on(Events.MessageCreate, (message) => void heard.push(message.content));
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isMessageContextMenuCommand())
          await interaction.reply(`Read: ${interaction.targetMessage.content}`);
      });
    });
    await register(client);
    const said = ana.says(channel, "the door is shut");
    const outcome = await ana.usesContextMenu("Ask", said);
    expect(outcome).toMatchObject({ kind: "replied", message: { content: "Read: the door is shut" } });
    expect(heard[0]).toBe("");
  });
});
