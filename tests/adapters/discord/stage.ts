import type { OpenStage } from "../../contracts/adapter.ts";
import { openGuild } from "../../local/discord/connect-app.ts";
import { readMessage } from "./read-message.ts";
import { startBot } from "./start-discord.ts";

/** A channel of the local server as the stage of the contract suite: the bot is mentioned there. */
export const stage: OpenStage = async (core, adapt) => {
  const { guild, ana, channel } = await openGuild();
  const people = { asker: ana, other: guild.person("bo") };
  const start = () => startBot(guild, { core, adapt });
  let bot = await start();
  const seenBy = (who: keyof typeof people, where: string) =>
    guild.messagesSeenBy(people[who], where).filter(({ author }) => author === guild.botUserId);
  return {
    adapter: () => bot,
    say: (who, text, how) => {
      if (how === "twice") guild.faults.duplicateNextEvent();
      people[who].says(channel, `@signpost ${text}`);
    },
    press: async (who, label) => {
      const [message] = seenBy(who, channel);
      if (message) await people[who].presses(message, label);
    },
    read: (who) => [...seenBy(who, channel), ...seenBy(who, people[who].dm)].map(readMessage),
    told: () => ana.completes(ana.dm, "aws-help", { option: "question", value: "x" }),
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
  };
};
