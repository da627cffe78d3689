import { spawn } from "node:child_process";
import { once } from "node:events";
import { Events } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { createGuildControlServer } from "../../../local/discord/control-server.ts";
import { listenOnLoopback } from "../../../local/shared/loopback-server.ts";
import { connectApp, openGuild } from "./connect-app.ts";

async function ask(url: string, order: unknown) {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(order) });
  return z
    .looseObject({ ok: z.boolean(), result: z.unknown().optional(), error: z.string().optional() })
    .parse(await response.json());
}

async function openControl() {
  const opened = await openGuild();
  const server = createGuildControlServer(opened.guild);
  const url = `http://127.0.0.1:${await listenOnLoopback(server, 0)}/`;
  onTestFinished(() => void server.close());
  return { ...opened, ask: (order: unknown) => ask(url, order) };
}

describe("Another process", () => {
  it("lets people act, and waits for what they see", async () => {
    const { guild, channel, ask } = await openControl();
    const client = await connectApp(guild, (client) => {
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply("Yes?");
      });
      client.on(Events.MessageCreate, async (message) => {
        if (!message.author.bot) await message.reply("Heard");
      });
    });
    await client.application.commands.set([{ name: "help", description: "d" }]);
    const place = { person: "ana", channel };
    const typed = await ask({ kind: "types", ...place, command: "help" });
    expect(typed.result).toMatchObject({ kind: "replied", message: { content: "Yes?" } });
    const said = z
      .looseObject({ id: z.string() })
      .parse((await ask({ kind: "says", ...place, text: "hello" })).result);
    const order = { kind: "answer", ...place, id: said.id, milliseconds: 60_000 };
    expect((await ask(order)).result).toMatchObject({ content: "Heard" });
    expect((await ask({ kind: "replies", ...place, id: said.id, text: "again" })).result).toMatchObject({
      type: 19,
    });
    expect((await ask({ kind: "seen", ...place })).result).not.toEqual([]);
    expect((await ask({ kind: "calls" })).result).not.toEqual([]);
    expect((await ask({ kind: "data" })).result).toMatchObject({ channels: expect.any(Array) });
  });

  it("has a whole load of questions asked, each by somebody new, and forgets them", async () => {
    const { guild, ask } = await openControl();
    const client = await connectApp(guild, (client) => {
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const question = interaction.options.getString("question");
        if (question === "slowly") {
          await interaction.deferReply();
          await interaction.editReply("There");
        } else await interaction.reply({ content: "Yes?", flags: "Ephemeral" });
      });
      client.on(Events.MessageCreate, async (message) => {
        if (!message.author.bot) await message.reply("Heard");
      });
    });
    const option = { type: 3, name: "question", description: "d" };
    await client.application.commands.set([{ name: "help", description: "d", options: [option] }]);
    const before = guild.data.users;
    const load = {
      kind: "load",
      people: 3,
      questions: ["a", "b", "c", "slowly"],
      command: "help",
      option: "question",
    };
    const times = { answered: Array(4).fill(expect.any(Number)), failed: 0 };
    expect(await ask(load)).toMatchObject({
      result: { ...times, acknowledged: Array(4).fill(expect.any(Number)) },
    });
    expect(await ask({ ...load, isEverywhere: true })).toMatchObject({
      result: { ...times, acknowledged: Array(2).fill(expect.any(Number)) },
    });
    expect(guild.data.users).toEqual(before);
    expect([guild.data.interactions, Object.values(guild.data.messages).flat()]).toEqual([[], []]);
  });

  it("makes people and places, and is told what can't be done", async () => {
    const { guild, channel, ask } = await openControl();
    const minh = await ask({ kind: "person", person: "minh", locale: "vi" });
    expect(minh.result).toEqual({ id: guild.person("minh").id, dm: guild.person("minh").dm });
    expect(guild.data.users.find(({ username }) => username === "minh")).toMatchObject({ locale: "vi" });
    const forum = await ask({ kind: "forum", name: "help", tags: ["open"] });
    const post = {
      kind: "posts",
      person: "minh",
      forum: forum.result,
      title: "t",
      text: "t",
      tags: ["open"],
    };
    expect((await ask(post)).result).toMatchObject({ thread: { name: "t" } });
    expect(await ask({ kind: "closesModal", person: "minh" })).toEqual({ ok: true, result: null });
    expect(await ask({ kind: "sings" })).toMatchObject({ ok: false });
    expect(await ask({ kind: "submits", person: "minh" })).toEqual({
      ok: false,
      error: "minh has no modal open",
    });
    expect(await ask({ kind: "presses", person: "ana", channel, id: "1", button: "Go" })).toEqual({
      ok: false,
      error: `ana sees no message 1 in ${channel}`,
    });
  });

  it("can hold the whole server: prints its addresses as one line and ends on SIGTERM", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "local/discord/main.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const [line] = await once(child.stdout, "data");
    const { restUrl, controlUrl, token } = z
      .looseObject({ restUrl: z.string(), controlUrl: z.string(), token: z.string() })
      .parse(JSON.parse(String(line)));
    const me = await fetch(`${restUrl}/v10/users/@me`, { headers: { authorization: `Bot ${token}` } });
    expect(await me.json()).toMatchObject({ username: "signpost" });
    expect(await ask(controlUrl, { kind: "data" })).toMatchObject({ ok: true });
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
