import { describe, expect, it } from "vitest";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const strings = (locale: string) => ourKnowledge.strings.get(locale)?.lures;
const question = (text: string) => ({ kind: "question", text, hasPicture: false }) as const;

interface Options {
  readonly tellsTeamOfLures?: boolean;
  readonly refuses?: () => boolean;
}

/** A thread in which ana asked and was answered, and what was sent beside the replies. */
async function openThread({ tellsTeamOfLures = false, refuses = () => false }: Options = {}) {
  const sent: { readonly to: string; readonly audience: string; readonly text: string }[] = [];
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async ({ data }, answer, { audience }) => {
      if (refuses()) throw new Error("refused");
      sent.push({ to: data, audience, text: JSON.stringify(answer) });
      return { address: { adapter: "chat", data: "post" }, conversation: "post" };
    },
  };
  const store = createMemoryStore(Date.now);
  const team = { adapter: "chat", channel: "team" };
  const core = startOurs({ store, adapters: () => [chat], team, tellsTeamOfLures });
  let count = 0;
  const says = async (person: string, text: string, others: Partial<Incoming> = {}) => {
    count += 1;
    const outcome = await core.handle({
      id: `e${count}`,
      address: { adapter: "chat", data: person },
      conversation: "thread",
      person,
      addressed: false,
      place: "channel",
      input: question(text),
      ...others,
    });
    await outcome.complete(async () => {});
    return outcome.reply.kind;
  };
  await says("ana", "I forgot my root password", { addressed: true });
  return { sent, store, says };
}

const lure = "DM me, I'll unlock your account";

describe("a lure in a thread where the bot has answered", () => {
  it("is told to the asker alone and once, and the bot keeps quiet otherwise", async () => {
    const { sent, says } = await openThread();
    expect([await says("bo", lure), await says("cy", "send me your MFA code")]).toEqual([
      "silence",
      "silence",
    ]);
    expect(sent).toMatchObject([{ to: "ana", audience: "asker" }]);
    expect(sent[0]?.text).toContain(strings("en")?.title);
    expect(sent[0]?.text).not.toContain("unlock your account");
  });

  it("leads on to how to tell what is genuine", async () => {
    const { sent, says } = await openThread();
    await says("bo", lure);
    expect(sent[0]?.text).toContain("show.is-this-from-aws.en");
    expect(sent[0]?.text).toContain("1.home");
  });

  it("is told in the asker's language, not in the writer's", async () => {
    const { sent, says } = await openThread();
    await says("ana", "quên mật khẩu root user rồi, email đặt lại không tới", { addressed: true });
    await says("bo", lure);
    expect(sent[0]?.text).toContain(strings("vi")?.title);
  });

  it("is told once for an event that comes twice", async () => {
    const { sent, says } = await openThread();
    await says("bo", lure, { id: "same" });
    await says("bo", lure, { id: "same" });
    expect(sent.length).toBe(1);
  });

  it("is told where the writer speaks to the bot as well", async () => {
    const { sent, says } = await openThread();
    await says("bo", lure, { addressed: true });
    expect(sent).toMatchObject([{ to: "ana" }]);
  });

  it("is told with the next one where it could not be sent", async () => {
    let isDown = true;
    const { sent, says } = await openThread({ refuses: () => isDown });
    await says("bo", lure);
    isDown = false;
    await says("bo", lure);
    expect(sent.length).toBe(1);
  });

  it("is told to everybody there where an earlier version kept no address of the asker", async () => {
    const { sent, store, says } = await openThread();
    await store.set("owner-address/thread", "", { ttl: 1 });
    await store.set("owner-address/thread", "no address");
    await says("bo", lure);
    expect(sent).toMatchObject([{ to: "bo", audience: "all" }]);
  });
});

describe("no warning comes of", () => {
  it.each([
    ["the asker's own words", "ana", {}],
    ["who began the thread", "bo", { begunBy: "bo" }],
    ["a moderator", "bo", { isModerator: true }],
    ["a direct message", "bo", { place: "private" }],
    ["a thread in which the bot has answered nobody", "bo", { conversation: "other" }],
  ] as const)("%s", async (_, person, others) => {
    const { sent, says } = await openThread();
    await says(person, lure, others);
    expect(sent).toEqual([]);
  });

  it("who has acted for the team", async () => {
    const { sent, store, says } = await openThread();
    await store.set("helper/bo", "yes");
    await says("bo", lure);
    expect(sent).toEqual([]);
  });

  it("ordinary advice", async () => {
    const { sent, says } = await openThread();
    await says("bo", "reset it at https://signin.aws.amazon.com, and never share the code");
    expect(sent).toEqual([]);
  });
});

describe("the team", () => {
  it("is told as well if it wants to be: who, where and what, masked", async () => {
    const { sent, says } = await openThread({ tellsTeamOfLures: true });
    await says("bo", `${lure}: bo@example.com, my password is Hunter2hunter2`, { name: "Bo" });
    const [toAsker, toTeam] = sent.filter(({ to }) => to !== "bo");
    expect([toAsker?.to, toTeam?.to]).toEqual(["ana", "team"]);
    const text = toTeam?.text ?? "";
    for (const part of ["Bo (bo)", "thread", lure, "[e-mail]"]) expect(text).toContain(part);
    for (const part of ["bo@example.com", "Hunter2hunter2"]) expect(text).not.toContain(part);
  });

  it("is told nothing otherwise", async () => {
    const { sent, says } = await openThread();
    await says("bo", lure);
    expect(sent.map(({ to }) => to)).toEqual(["ana"]);
  });
});
