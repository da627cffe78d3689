import { expect, it } from "vitest";
import type { Adapter } from "../../src/platform/adapter.ts";
import { readMessage } from "../adapters/discord/read-message.ts";
import { labelsOf, startBot } from "../adapters/discord/start-discord.ts";
import { openGuild } from "../local/discord/connect-app.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const en = ourKnowledge.strings.get("en") ?? fail();
const hint = en.team.mentionToReply.replace("{name}", "ana");

function fail(): never {
  throw new Error("English is not spoken");
}

/** A server with a team channel; ana has asked the team. */
async function openTeam(replies: "mentions" | "all" = "mentions", readsContent = true) {
  const { guild, ana } = await openGuild(readsContent ? { privileged: ["MessageContent"] } : {});
  const [bo, cy] = [guild.person("bo"), guild.person("cy")];
  const [team, help] = [guild.channel("team"), guild.channel("help")];
  const adapters: Adapter[] = [];
  const core = startOurs({
    adapters: () => adapters,
    team: { adapter: "discord", channel: team, replies },
  });
  const settings = readsContent ? { DISCORD_HELP_CHANNELS: help } : {};
  adapters.push(await startBot(guild, { core, settings }));
  const said = (person: { readonly id: string }, where: string) =>
    guild.messagesSeenBy(person, where).filter(({ author }) => author === guild.botUserId);
  const saying = (person: { readonly id: string }, where: string, words: string) =>
    guild.until(() => said(person, where).find((message) => readMessage(message).includes(words)), 10_000);
  const press = async (label: string, index: number) => {
    const message = await guild.until(() => said(ana, ana.dm)[index]);
    await ana.presses(message, label);
  };
  ana.says(ana.dm, "I forgot the password of my root user, no reset mail comes");
  await press(en.buttons.stuck, 0);
  await press(en.buttons.askTeam, 1);
  await saying(ana, ana.dm, en.team.passedOn.slice(0, 30));
  const header = await saying(bo, team, "ana needs help");
  return { guild, ana, bo, cy, team, said, saying, header };
}

/** The team's message as it stands now. */
const headerOf = ({ guild, team, bo, header }: Awaited<ReturnType<typeof openTeam>>, label: string) =>
  guild.until(
    () =>
      guild
        .messagesSeenBy(bo, team)
        .find((message) => message.id === header.id && labelsOf(message).includes(label)),
    10_000,
  );

it("the team's message shows who has it, that it is closed, and that it is open again", async () => {
  const opened = await openTeam();
  const { ana, bo, cy, team, saying, header } = opened;
  expect(readMessage(header)).toContain(en.team.nobodyYet);
  await Promise.all([bo.presses(header, en.buttons.take), cy.presses(header, en.buttons.take)]);
  const taken = await headerOf(opened, en.buttons.close);
  const [, taker = ""] = /(bo|cy) has been looking into it since /.exec(readMessage(taken)) ?? [];
  await saying(ana, ana.dm, `${taker} is looking into your question`);
  expect(opened.said(ana, ana.dm).map(readMessage).join()).not.toContain(
    `${taker === "bo" ? "cy" : "bo"} is looking into your question`,
  );
  await cy.presses(taken, en.buttons.close);
  const question = await saying(cy, team, "Close it? ana will be told.");
  await cy.presses(question, en.buttons.closeNow);
  await saying(ana, ana.dm, "cy closed your question");
  const closed = await headerOf(opened, en.buttons.openAgain);
  expect(readMessage(closed)).toContain("cy closed it on ");
  await bo.presses(closed, en.buttons.openAgain);
  await saying(ana, ana.dm, "bo has opened your question again");
  expect(readMessage(await headerOf(opened, en.buttons.close))).toContain(`${taker} has been looking`);
});

it.each([true, false])(
  "a helper is told by direct message how a reply arrives; content %s",
  async (reads) => {
    const { ana, bo, cy, team, said, saying, header } = await openTeam("mentions", reads);
    const asked = bo.says(team, "@signpost which mailbox is it?", { replyTo: header });
    await saying(ana, ana.dm, "which mailbox is it?");
    const remark = cy.says(team, "I know her", { replyTo: asked, pings: false });
    await saying(cy, cy.dm, hint);
    cy.says(team, "from the shop", { replyTo: remark });
    bo.says(team, "and since when?", { replyTo: header });
    await saying(ana, ana.dm, "and since when?");
    expect(said(cy, cy.dm).map(readMessage)).toEqual([hint]);
    expect(said(ana, ana.dm).map(readMessage).join()).not.toMatch(/I know her|from the shop/);
  },
);

it("every reply is passed on where the setting says so", async () => {
  const { ana, bo, cy, team, said, saying, header } = await openTeam("all");
  const asked = bo.says(team, "// who knows her?", { replyTo: header, pings: false });
  cy.says(team, "which mailbox is it?", { replyTo: asked, pings: false });
  await saying(ana, ana.dm, "which mailbox is it?");
  expect(said(ana, ana.dm).map(readMessage).join()).not.toContain("who knows her");
});

it("another question is answered by the bot, with the way to the team beside it", async () => {
  const { guild, ana, bo, team, saying, said, header } = await openTeam();
  bo.says(team, "which mailbox is it?", { replyTo: header });
  await saying(ana, ana.dm, "which mailbox is it?");
  ana.says(ana.dm, "by the way, I lost the phone with my authenticator app for aws");
  const answered = await guild.until(() =>
    said(ana, ana.dm).find((message) => labelsOf(message).includes(en.buttons.forward)),
  );
  expect(said(bo, team).map(readMessage).join()).not.toContain("authenticator app");
  await ana.presses(answered, en.buttons.forward);
  await saying(bo, team, "I lost the phone with my authenticator app for aws");
  ana.says(ana.dm, "the one of the shop");
  await saying(bo, team, "the one of the shop");
});
