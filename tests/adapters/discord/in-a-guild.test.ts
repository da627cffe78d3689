import { expect, it, onTestFinished } from "vitest";
import { createDiscord } from "../../../adapters/discord/index.ts";
import { createLog } from "../../../src/insight/log.ts";
import { openGuild } from "../../playground/discord/connect-app.ts";
import { startSmallPack } from "../../small-pack.ts";

it("answers a mention, a command, a press and a direct message in a server that refuses what Discord refuses", async () => {
  const { guild, ana, channel } = await openGuild();
  const settings = { DISCORD_TOKEN: guild.token, DISCORD_API_URL: guild.restUrl };
  const discord = createDiscord({ settings, log: createLog("silent") });
  await discord.start(startSmallPack());
  onTestFinished(() => discord.stop());

  ana.says(ana.dm, "my key is lost");
  await guild.until(() => guild.messagesSeenBy(ana, ana.dm)[1]);

  ana.says(channel, "@signpost my key is lost");
  const answer = await guild.until(() => guild.messagesSeenBy(ana, channel)[1]);
  expect(answer.content).toContain("Look under the **mat**");

  await guild.until(() => guild.data.commands[0]);
  const asked = await ana.types(channel, "aws-help", { question: "window will not open" });
  expect(asked).toMatchObject({ kind: "replied", message: { visibleTo: ana.id } });
  const offered = await ana.completes(channel, "aws-help", { option: "question", value: "lost k" });
  expect(offered).toMatchObject({ kind: "choices", choices: [{ name: "I lost the key" }] });

  expect(await ana.presses(answer, "1.stuck.lost-key.en")).toEqual({ kind: "acknowledged" });
  const next = await guild.until(() =>
    guild.messagesSeenBy(ana, channel).find(({ content }) => content.includes("Look once more")),
  );
  expect(next.reference).toEqual(answer.reference);
});
