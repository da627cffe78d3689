import { DiscordAPIError, Events, type TextChannel } from "discord.js";
import { describe, expect, it } from "vitest";
import { connectApp, openGuild } from "./connect-app.ts";
import { ask } from "./raw.ts";

const on = "POST /channels/{channel}/messages";

async function openChannel(rest: { retries?: number; timeout?: number } = {}) {
  const opened = await openGuild();
  const client = await connectApp(opened.guild, () => {}, { rest });
  const target = await client.channels.fetch(opened.channel);
  if (!target?.isTextBased() || target.isDMBased()) throw new Error("no channel");
  const send = (fields: Parameters<TextChannel["send"]>[0]) =>
    "send" in target ? target.send(fields) : undefined;
  const seen = () => opened.guild.messagesSeenBy(opened.ana, opened.channel).map(({ content }) => content);
  return { ...opened, client, send, seen };
}

describe("A request that goes wrong", () => {
  it("is tried again by discord.js after a fault of the server's", async () => {
    const { guild, send, seen } = await openChannel();
    guild.faults.next({ on, kind: "serverError", status: 502 });
    await send("once");
    expect(seen()).toEqual(["once"]);
  });

  it.each([
    ["lost", { kind: "lostAnswer" }],
    ["slower than the library waits", { kind: "slow", ms: 10_000 }],
  ] as const)(
    "by an answer that is %s is tried again: once seen with an enforced nonce",
    async (_, fault) => {
      const { guild, clock, send, seen } = await openChannel({ timeout: 50 });
      guild.faults.next({ on, ...fault });
      await send("twice");
      guild.faults.next({ on, ...fault });
      await send({ content: "once", nonce: "n", enforceNonce: true });
      await clock.advance(10_000);
      expect(seen().toSorted()).toEqual(["once", "twice", "twice"]);
    },
  );

  it("before anything was done is tried again, and nothing is there twice", async () => {
    const { guild, send, seen } = await openChannel();
    guild.faults.next({ on, kind: "lostRequest" });
    await send("once");
    expect(seen()).toEqual(["once"]);
  });

  it("after an interaction was answered is tried again and gets 40060: the person saw the answer", async () => {
    const { guild, ana, channel } = await openGuild();
    const thrown: unknown[] = [];
    const client = await connectApp(guild, (client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (interaction.isChatInputCommand())
          await interaction.reply("seen").catch((error) => thrown.push(error));
      }),
    );
    await client.application.commands.set([{ name: "help", description: "d" }]);
    guild.faults.next({ on: "POST /interactions/{id}/{token}/callback", kind: "lostAnswer" });
    expect(await ana.types(channel, "help")).toMatchObject({ kind: "replied", message: { content: "seen" } });
    await guild.until(() => thrown[0]);
    expect(thrown).toMatchObject([{ code: 40060 }]);
  });

  it("waits by the clock when it is slow", async () => {
    const { guild, clock, channel, seen } = await openChannel();
    guild.faults.next({ on, kind: "slow", ms: 10_000 });
    let isAnswered = false;
    const posted = ask(guild, `POST /channels/${channel}/messages`, { content: "t" }).then(() => {
      isAnswered = true;
    });
    await ask(guild, "GET /users/@me");
    expect([isAnswered, seen()]).toEqual([false, []]);
    await guild.until(() => {
      void clock.advance(1000);
      return isAnswered || undefined;
    });
    await posted;
    expect(seen()).toEqual(["t"]);
  });

  it.each([
    [
      { kind: "refused", status: 403, code: 50013, message: "Missing Permissions" },
      { code: 50013, status: 403 },
    ],
    [{ kind: "refused", status: 400, code: 50007 }, { code: 50007 }],
  ] as const)("is %o, and nothing was posted", async (fault, error) => {
    const { guild, send, seen } = await openChannel();
    guild.faults.next({ on, ...fault });
    const refusal = await send("t")?.catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(DiscordAPIError);
    expect(refusal).toMatchObject(error);
    expect(seen()).toEqual([]);
  });

  it.each([{ kind: "garbled" }, { kind: "lostRequest" }] as const)(
    "is %o, and nothing was posted",
    async (fault) => {
      const { guild, channel, seen } = await openChannel();
      guild.faults.next({ on, ...fault });
      await expect(ask(guild, `POST /channels/${channel}/messages`, { content: "t" })).rejects.toThrow();
      expect(seen()).toEqual([]);
    },
  );

  it("is limited, which discord.js waits out", async () => {
    const { guild, send, seen } = await openChannel();
    guild.faults.next({ on, kind: "rateLimited", retryAfter: 0.05, scope: "shared" });
    await send("after a while");
    expect(seen()).toEqual(["after a while"]);
  });

  it("is the one that was asked for, in the order asked", async () => {
    const { guild, channel } = await openChannel();
    guild.faults.next({ on, kind: "refused", status: 400, code: 1 });
    guild.faults.next({ on, kind: "refused", status: 400, code: 2 });
    const codes = async () =>
      (await ask(guild, `POST /channels/${channel}/messages`, { content: "t" })).body.code;
    expect((await ask(guild, "GET /users/@me")).status).toBe(200);
    expect([await codes(), await codes(), await codes()]).toEqual([1, 2, undefined]);
  });
});
