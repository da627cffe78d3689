import { describe, expect, it } from "vitest";
import { discordSettings } from "../../../adapters/discord/settings.ts";
import { checkDiscordSetup } from "../../../adapters/discord/setup-check.ts";
import type { Guild } from "../../../local/discord/guild.ts";
import type { GuildOptions } from "../../../local/discord/options.ts";
import { openGuild } from "../../local/discord/connect-app.ts";

type Prepare = (guild: Guild) => {
  readonly settings?: Readonly<Record<string, string>>;
  readonly team?: string;
  readonly idleTags?: readonly string[];
};

/** What is said of a guild, a line for each finding. */
async function examine(prepare: Prepare = () => ({}), options: Omit<GuildOptions, "clock"> = {}) {
  const { guild } = await openGuild(options);
  const { settings, team, idleTags } = prepare(guild);
  const given = { DISCORD_TOKEN: guild.token, DISCORD_API_URL: guild.restUrl, ...settings };
  const found = await checkDiscordSetup(discordSettings.schema.parse(given), {
    teamChannel: team,
    idleTags,
  });
  const sent = guild.calls.filter(({ name }) => !name.startsWith("GET "));
  expect(sent).toEqual([]);
  return found.map((finding) =>
    finding.kind === "passed" ? `ok ${finding.what}` : `${finding.what}: ${finding.remedy}`,
  );
}

describe("examining Discord", () => {
  it("finds nothing wrong where everything is in place", async () => {
    const names = { help: "", forum: "", team: "" };
    const found = await examine(
      (guild) => {
        names.help = guild.channel("help");
        names.forum = guild.forum("questions");
        names.team = guild.channel("team");
        guild.allow(names.forum, ["ManageThreads"]);
        return { settings: { DISCORD_HELP_CHANNELS: `${names.help},${names.forum}` }, team: names.team };
      },
      { privileged: ["MessageContent"] },
    );
    expect(found).toEqual([
      "ok DISCORD_TOKEN works: signpost",
      "ok the message content intent is there: help channels are read",
      "ok /aws-help is registered when the bot starts next",
      "ok Discord recommends 1 shard, which the bot takes",
      expect.stringMatching(/^ok 1000 of 1000 session starts are left until \d{4}-.*Z; a start takes 1$/),
      `ok the bot may write in the help channel ${names.help}`,
      `ok the bot may write in the help channel ${names.forum}`,
      "ok solved posts there get the forum's tag for them, if it has one",
      `ok the bot may write in the team channel ${names.team}`,
    ]);
  });

  it("needs no intent where no channel is read, and says what is missing without it where one is", async () => {
    expect((await examine())[1]).toBe("ok no privileged intent is needed");
    const found = await examine((guild) => ({ settings: { DISCORD_HELP_CHANNELS: guild.channel("help") } }));
    expect(found[1]).toMatch(/^ok the message content intent is off.*Privileged Gateway Intents$/);
  });

  it("names what the bot may not do in a help channel, by role or for itself", async () => {
    const found = await examine((guild) => {
      const help = guild.channel("help");
      guild.deny(help, ["SendMessages", "ReadMessageHistory"], guild.guildId);
      guild.allow(help, ["ReadMessageHistory"]);
      guild.deny(help, ["CreatePublicThreads"]);
      return { settings: { DISCORD_HELP_CHANNELS: help, DISCORD_ANSWER_IN: "thread" } };
    });
    expect(found[5]).toMatch(/the bot lacks Send Messages, Create Public Threads: give the bot's role/);
  });

  it("says what to do about a token that is refused", async () => {
    expect(await examine(() => ({ settings: { DISCORD_TOKEN: "not.the.token" } }))).toEqual([
      "DISCORD_TOKEN is refused: reset the token on the Bot page of your application, and put the new one into .env",
    ]);
  });

  it("does not blame the token where Discord can't be reached", async () => {
    const [line] = await examine(() => ({ settings: { DISCORD_API_URL: "http://127.0.0.1:9/api" } }));
    expect(line).toMatch(/^Discord can't be reached .*check the network and DISCORD_API_URL$/);
  });

  it("says what to do about a channel that it does not see", async () => {
    const found = await examine(() => ({ team: "999" }));
    expect(found.at(-1)).toMatch(
      /^the team channel 999 can't be used .*View Channel and Send Messages there$/,
    );
  });

  it("says how many shards are recommended and set, and warns where too few session starts are left", async () => {
    const found = (shards: string, sessionStarts: number) =>
      examine(() => ({ settings: { DISCORD_SHARDS: shards } }), { recommendedShards: 3, sessionStarts });
    expect((await found("auto", 3)).slice(3)).toEqual([
      "ok Discord recommends 3 shards, which the bot takes",
      expect.stringMatching(/^ok 3 of 3 session starts are left until .*; a start takes 3$/),
    ]);
    expect((await found("2", 1)).slice(3)).toEqual([
      "ok Discord recommends 3 shards; DISCORD_SHARDS=2 is enough for up to 5,000 servers",
      expect.stringMatching(
        /^1 of 1 session starts are left until .*, and a start takes 2: start the bot after/,
      ),
    ]);
  });

  it("asks for the tag of idle posts where they are to be tagged, and for the right to set it", async () => {
    const tagged = (tags: readonly string[], mayTag: boolean) =>
      examine((guild) => {
        const forum = guild.forum("questions", { tags });
        if (mayTag) guild.allow(forum, ["ManageThreads"]);
        return { settings: { DISCORD_HELP_CHANNELS: forum }, idleTags: ["idle", "no reply"] };
      });
    expect(await tagged(["💤 Idle"], true)).toContain('ok idle posts there get the tag "💤 Idle"');
    expect((await tagged(["open"], true)).join("\n")).toMatch(
      /has no tag for idle posts: add a tag with one of these names: idle, no reply/,
    );
    expect((await tagged(["Idle"], false)).join("\n")).toMatch(/can't be tagged: give the bot's role/);
  });
});
