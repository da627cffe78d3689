import { expect, it, onTestFinished } from "vitest";
import { startWorkspace } from "../../local/slack/workspace.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import { readMessage as readDiscord } from "../adapters/discord/read-message.ts";
import { startBot as startDiscordBot } from "../adapters/discord/start-discord.ts";
import { readMessage as readSlack } from "../adapters/slack/read-message.ts";
import { startBot as startSlackBot } from "../adapters/slack/start-slack.ts";
import { openGuild } from "../local/discord/connect-app.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const en = ourKnowledge.strings.get("en") ?? fail();

function fail(): never {
  throw new Error("English is not spoken");
}

/** Both platforms on one core, the team on one of them. */
async function openBoth(teamOn: "slack" | "discord") {
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  const { guild, ana } = await openGuild();
  const tina = workspace.person("tina");
  const bo = guild.person("bo");
  const slackTeam = workspace.channel("team", { members: [tina] });
  const discordTeam = guild.channel("team");
  const adapters: Adapter[] = [];
  const core = startOurs({
    adapters: () => adapters,
    team: { adapter: teamOn, channel: teamOn === "slack" ? slackTeam : discordTeam },
  });
  adapters.push((await startSlackBot(workspace, { transport: "socket", core })).slack);
  adapters.push(await startDiscordBot(guild, { core }));
  const onSlack = (where: string, index: number) =>
    workspace.until(
      () => workspace.messagesSeenBy(tina, where).filter(({ botId }) => botId !== undefined)[index],
      10_000,
    );
  const onDiscord = (where: string, index: number, person: { readonly id: string } = ana) =>
    guild.until(
      () => guild.messagesSeenBy(person, where).filter(({ author }) => author === guild.botUserId)[index],
      10_000,
    );
  return { workspace, guild, ana, bo, tina, slackTeam, discordTeam, onSlack, onDiscord };
}

it("a person on Discord and a team on Slack write to each other", async () => {
  const { workspace, ana, tina, slackTeam, onSlack, onDiscord } = await openBoth("slack");
  ana.says(ana.dm, "I forgot the password of my root user");
  await ana.presses(await onDiscord(ana.dm, 0), en.buttons.stuck);
  await ana.presses(await onDiscord(ana.dm, 1), en.buttons.askTeam);
  const post = await onSlack(slackTeam, 0);
  await tina.presses(post, en.buttons.take);
  expect(readDiscord(await onDiscord(ana.dm, 3))).toContain(en.team.takenForYou.replace("{name}", "tina"));
  tina.says(slackTeam, "@signpost which *mailbox* is it?", { thread: post.ts });
  expect(readDiscord(await onDiscord(ana.dm, 4))).toContain("which *mailbox* is it?");
  await workspace.until(() =>
    workspace
      .messagesSeenBy(tina, slackTeam)
      .find((message) => readSlack(message).includes(en.team.delivered)),
  );
  ana.says(ana.dm, "the one of the shop, <!channel> **now**");
  const words = await workspace.until(() =>
    workspace
      .messagesSeenBy(tina, slackTeam)
      .find((message) => readSlack(message).includes("the one of the shop, <!channel> **now**")),
  );
  expect(words.thread).toBe(post.ts);
});

it("a person on Slack and a team on Discord write to each other", async () => {
  const { workspace, guild, bo, tina, discordTeam, onSlack, onDiscord } = await openBoth("discord");
  tina.says(tina.dm, "I forgot the password of my root user");
  await tina.presses(await onSlack(tina.dm, 0), en.buttons.stuck);
  await tina.presses(await onSlack(tina.dm, 1), en.buttons.askTeam);
  await onSlack(tina.dm, 2);
  const post = await onDiscord(discordTeam, 0, bo);
  expect(readDiscord(post)).toContain("tina");
  await bo.presses(post, en.buttons.take);
  expect(readSlack(await onSlack(tina.dm, 3))).toContain("is looking into");
  bo.says(discordTeam, "@signpost is it @everyone's mailbox?", { replyTo: post });
  expect(readSlack(await onSlack(tina.dm, 4))).toContain("is it @everyone's mailbox?");
  tina.says(tina.dm, "no, mine");
  const words = await guild.until(() =>
    guild.messagesSeenBy(bo, discordTeam).find((message) => readDiscord(message).includes("no, mine")),
  );
  expect(words.author).toBe(guild.botUserId);
  expect(workspace.data.warnings).toEqual([]);
});
