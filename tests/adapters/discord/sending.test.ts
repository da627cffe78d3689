import { describe, expect, it } from "vitest";
import { startSmallPack } from "../../support/small-pack.ts";
import { deliverLate, late } from "./deliver-late.ts";
import { shown, startBot, startDiscord, textOf } from "./start-discord.ts";

const posting = "POST /channels/{channel}/messages";
const callback = "POST /interactions/{interaction}/{token}/callback";

describe("messages", () => {
  it.each([
    { on: posting, kind: "lostAnswer" },
    { on: posting, kind: "lostRequest" },
    { on: posting, kind: "serverError" },
    { on: posting, kind: "rateLimited", retryAfter: 0.05, scope: "user" },
  ] as const)("are seen once after $kind", async (fault) => {
    const { guild, ana, channel, said, settled } = await startDiscord();
    guild.faults.next(fault);
    ana.says(channel, "@signpost my key is lost");
    await settled();
    expect(said().length).toBe(1);
  });

  it("whose outcome nobody knew before a restart are not made again", async () => {
    const { guild, ana, discord, said } = await startDiscord();
    const place = { kind: "direct", channel: ana.dm, user: ana.id };
    await deliverLate(discord, place);
    await discord.stop();
    await deliverLate(await startBot(guild), place);
    expect(said(ana.dm).length).toBe(1);
  });

  it("ping nobody, whatever stands in them", async () => {
    const { guild, ana, channel, answer } = await startDiscord();
    ana.says(channel, "@signpost my key is lost @everyone");
    await answer();
    const sent = guild.calls.filter(({ name }) => name === posting);
    expect(sent).toMatchObject([{ body: { allowed_mentions: { parse: [], replied_user: false } } }]);
  });

  it("that can't go where they belong any more go to the direct messages of who asked", async () => {
    const { guild, ana, discord, channel, said } = await startDiscord();
    const asked = ana.says(channel, "hello");
    guild.deny(channel, ["SendMessages"]);
    const place = { kind: "channel", guild: guild.guildId, channel, root: asked.id, user: ana.id };
    await deliverLate(discord, place);
    expect(said(channel)).toEqual([]);
    expect(said(ana.dm).length).toBe(1);
  });

  it("are sent without their reference where the question is gone", async () => {
    const { guild, ana, discord, channel, said } = await startDiscord();
    const asked = ana.says(channel, "hello");
    ana.deletes(asked);
    const place = { kind: "channel", guild: guild.guildId, channel, root: asked.id, user: ana.id };
    await deliverLate(discord, place);
    expect(said(channel).length).toBe(1);
  });

  it("tell where they can be answered, also when they were there before", async () => {
    const { guild, ana, discord, channel, said, answer } = await startDiscord();
    const address = discord.channel?.(channel);
    if (!address) throw new Error("there is no address");
    const posted = await discord.deliver(address, late, { audience: "all", key: "team" });
    const [message] = said(channel);
    expect(posted?.conversation).toBe(`discord/${guild.guildId}/${channel}/${message?.id}`);
    expect(await discord.deliver(address, late, { audience: "all", key: "team" })).toEqual(posted);
    if (!posted || !message) throw new Error("nothing was posted");
    await discord.deliver(posted.address, late, { audience: "all", key: "under it" });
    expect((await answer(channel, 1)).reference?.message).toBe(message.id);
    ana.says(channel, "my key is lost", { replyTo: message });
    expect((await answer(channel, 2)).reference?.message).toBe(message.id);
  });
});

describe("an interaction", () => {
  it("whose acknowledgement was lost is answered once", async () => {
    const { guild, ana, channel, said, settled } = await startDiscord();
    guild.faults.next({ on: callback, kind: "lostAnswer" });
    const outcome = await ana.types(channel, "aws-help", { question: "my key is lost" });
    expect(outcome.kind).toBe("replied");
    await settled();
    expect([...said(), ...said(ana.dm)].length).toBe(1);
  });

  it("that Discord does not know any more is answered in the direct messages", async () => {
    const { guild, ana, clock, channel, answer, said } = await startDiscord();
    guild.faults.next({ on: callback, kind: "refused", status: 404, code: 10062 });
    const outcome = ana.types(channel, "aws-help", { question: "my key is lost" });
    expect(textOf(await answer(ana.dm))).toContain("I lost the key");
    await clock.advance(3000);
    expect((await outcome).kind).toBe("failed");
    expect(said()).toEqual([]);
  });

  it("is acknowledged in time while the core is slow, and answered in the same message", async () => {
    const { core, release } = slowCore();
    const { ana, channel, said, settled } = await startDiscord({ core });
    const thinking = shown(await ana.types(channel, "aws-help", { question: "my key is lost" }));
    expect(thinking.visibleTo).toBe(ana.id);
    release();
    await settled();
    expect(said().map(({ id }) => id)).toEqual([thinking.id]);
    expect(said().map(textOf).join("")).toContain("I lost the key");
  });

  it("whose token is over is answered in the direct messages", async () => {
    const { core, release } = slowCore();
    const { ana, clock, channel, answer } = await startDiscord({ core });
    await ana.types(channel, "aws-help", { question: "my key is lost" });
    await clock.advance(16 * 60_000);
    release();
    expect(textOf(await answer(ana.dm))).toContain("I lost the key");
  });

  it("leaves nothing of its token in an address", async () => {
    const { core, heard } = hearing();
    const { guild, ana, channel } = await startDiscord({ core });
    await ana.types(channel, "aws-help");
    const [interaction] = guild.data.interactions;
    expect(heard.length).toBe(1);
    expect(interaction && JSON.stringify(heard).includes(interaction.token)).toBe(false);
  });
});

function slowCore() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const core = startSmallPack();
  const handle: typeof core.handle = async (incoming) => {
    await released;
    return core.handle(incoming);
  };
  return { core: { ...core, handle }, release: () => release() };
}

function hearing() {
  const core = startSmallPack();
  const heard: unknown[] = [];
  const handle: typeof core.handle = (incoming) => {
    heard.push(incoming);
    return core.handle(incoming);
  };
  return { core: { ...core, handle }, heard };
}
