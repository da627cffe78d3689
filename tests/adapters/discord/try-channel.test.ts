import { describe, expect, it } from "vitest";
import { doctor } from "../../../cli/doctor.ts";
import type { Guild } from "../../../local/discord/guild.ts";
import { runHere } from "../../cli/command.ts";
import { openGuild } from "../../local/discord/connect-app.ts";

/** The lines that a try of a channel in a guild of its own prints, and what it left there. */
async function tryIn(
  prepare: (guild: Guild) => { readonly channel: string; readonly to?: string },
  settings: Readonly<Record<string, string>> = {},
) {
  const { guild } = await openGuild();
  const { channel, to } = prepare(guild);
  const { code, stdout } = await runHere(doctor, {
    arguments: ["--try", channel, ...(to === undefined ? [] : ["--to", to])],
    environment: { DISCORD_TOKEN: guild.token, DISCORD_API_URL: guild.restUrl, ...settings },
  });
  const lines = stdout.trim().split("\n");
  const left = Object.values(guild.data.messages).flat();
  return { guild, channel, to, code, lines: lines.map((line) => line.replace(/^discord +/, "")), left };
}

const shown = (value: unknown) => JSON.stringify(value);

describe("npm run doctor -- --try, on Discord", () => {
  it("posts, edits and deletes a message, sends a direct message, and says each step", async () => {
    const { guild, channel, to, code, lines, left } = await tryIn((here) => ({
      channel: here.channel("help"),
      to: `discord:${here.person("ana").id}`,
    }));
    const person = to?.replace("discord:", "");
    expect(lines).toEqual([
      "ok     DISCORD_TOKEN works: signpost",
      `ok     in ${channel} the bot may: View Channel, Read Message History, Send Messages, Attach Files, Create Public Threads`,
      "ok     it may not, and need not: Manage Threads (tags on posts)",
      `ok     posted a message in ${channel}`,
      "ok     edited it",
      "ok     deleted it",
      `ok     sent ${person} a direct message, which stays`,
    ]);
    expect(code).toBe(0);
    expect(left).toHaveLength(1);
    expect(shown(left)).toContain("My direct messages reach you");
    expect(guild.calls.map(({ name }) => name)).toContain("DELETE /channels/{channel}/messages/{message}");
  });

  it("says in the message what it is, before and after it is edited, in the default language", async () => {
    const { guild } = await tryIn((here) => ({ channel: here.channel("help") }), { DEFAULT_LOCALE: "vi" });
    const sent = guild.calls.filter(({ name }) => /^(POST|PATCH)/.test(name)).map(({ body }) => shown(body));
    expect(sent).toEqual([expect.stringContaining("gửi thử"), expect.stringContaining("sửa lại")]);
  });

  it("can be run twice in a row", async () => {
    const { guild } = await openGuild();
    const channel = guild.channel("help");
    const environment = { DISCORD_TOKEN: guild.token, DISCORD_API_URL: guild.restUrl };
    for (const _ of [1, 2])
      expect((await runHere(doctor, { arguments: ["--try", channel], environment })).code).toBe(0);
  });

  it("names what the bot lacks there, and what Discord said to the message", async () => {
    const { channel, code, lines } = await tryIn((here) => {
      const help = here.channel("help");
      here.deny(help, ["SendMessages", "AttachFiles"]);
      return { channel: help };
    });
    expect(lines.slice(1)).toEqual([
      `ok     in ${channel} the bot may: View Channel, Read Message History, Create Public Threads`,
      `FAULT  in ${channel} the bot lacks Send Messages: give the bot's role this permission in the channel's settings`,
      "ok     it may not, and need not: Attach Files (long texts as files), Manage Threads (tags on posts)",
      expect.stringMatching(
        `FAULT  no message could be posted in ${channel} \\(50013: Missing Permissions\\): give`,
      ),
    ]);
    expect(code).toBe(1);
  });

  it("says what to do about a channel that it does not see or know", async () => {
    const hidden = await tryIn((here) => {
      const channel = here.channel("hidden");
      here.deny(channel, ["ViewChannel"]);
      return { channel };
    });
    expect(hidden.lines.slice(1)).toEqual([
      expect.stringMatching(
        /^FAULT {2}nothing can be read .* \(50001: Missing Access\): give the bot's role View Channel/,
      ),
    ]);
    const unknown = await tryIn(() => ({ channel: "discord:999" }));
    expect(unknown.lines.at(-1)).toMatch(/\(10003: Unknown Channel\): check the id/);
  });

  it("posts in a forum's post, and of the forum itself says that it is one", async () => {
    const forum = await tryIn((here) => ({ channel: here.forum("questions") }));
    expect(forum.lines.at(-1)).toMatch(
      /is a forum, where the bot only answers: to try it, name one of its posts/,
    );
    expect(forum.code).toBe(0);
    const post = await tryIn((here) => {
      const ana = here.person("ana");
      return { channel: ana.posts(here.forum("questions"), { title: "Locked out", text: "help" }).thread.id };
    });
    expect(post.lines[1]).toContain("Send Messages in Threads".replace(" in ", " In "));
    expect(post.lines.at(-1)).toBe("ok     deleted it");
  });

  it("says what to do about closed direct messages, and whom it does not know", async () => {
    const closed = await tryIn((here) => {
      const ana = here.person("ana");
      ana.closesDms();
      return { channel: here.channel("help"), to: ana.id };
    });
    expect(closed.lines.at(-1)).toMatch(
      /^FAULT {2}no direct message could be sent to \d+ \(50007: .*\): share a server with the bot, and allow direct messages/,
    );
    const nobody = await tryIn((here) => ({ channel: here.channel("help"), to: "12345" }));
    expect(nobody.lines.at(-1)).toMatch(/no direct message could be sent to 12345 .*: check the id/s);
  });

  it("says that the message still stands where it can't be deleted", async () => {
    const { lines, left, code } = await tryIn((here) => {
      here.faults.next({
        on: "DELETE /channels/{channel}/messages/{message}",
        kind: "refused",
        status: 403,
        code: 50013,
      });
      return { channel: here.channel("help") };
    });
    expect(lines.at(-1)).toMatch(/^FAULT {2}it could not be deleted, so delete it by hand in \d+ \(50013/);
    expect(shown(left)).toContain("please ignore it or delete it");
    expect(code).toBe(1);
  });

  it("tries nothing with a token that is refused", async () => {
    const { guild, lines, code } = await tryIn((here) => ({ channel: here.channel("help") }), {
      DISCORD_TOKEN: "not.the.token",
    });
    expect(lines).toEqual([expect.stringMatching(/^FAULT {2}DISCORD_TOKEN is refused/)]);
    expect(guild.calls).toHaveLength(1);
    expect(code).toBe(1);
  });
});
