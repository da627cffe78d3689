import { describe, expect, it } from "vitest";
import type { DiscordPerson } from "../../../local/discord/people/person.ts";
import { openGuild } from "./connect-app.ts";
import { ask, askAs, flatten } from "./raw.ts";
import { identify, type RawSession } from "./raw-session.ts";

const commands = [
  {
    name: "help",
    description: "d",
    options: [{ type: 3, name: "question", description: "d", autocomplete: true }],
  },
  { type: 3, name: "Ask" },
];
const modal = {
  custom_id: "form",
  title: "Form",
  components: [{ type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 1 } }],
};
const buttons = [{ type: 1, components: [{ type: 2, style: 2, label: "Go", custom_id: "go" }] }];

/** An app without any library, which answers when the test says so. */
async function openDesk() {
  const opened = await openGuild();
  const { guild, ana, channel } = opened;
  const session = await identify(guild);
  await ask(guild, `PUT /applications/${guild.applicationId}/commands`, commands);
  const posted = await ask(guild, `POST /channels/${channel}/messages`, {
    content: "t",
    components: buttons,
  });
  const message = guild.messagesSeenBy(ana, channel).find(({ id }) => id === posted.body.id);
  if (!message) throw new Error("no message");
  const callback = async (body: object, query = "") => {
    const { id, token } = await nth(session, session.events("INTERACTION_CREATE").length - 1);
    return askAs(guild, undefined, `POST /interactions/${id}/${token}/callback${query}`, body);
  };
  const webhook = async (method: string, path: string, body?: object) => {
    const { token } = await nth(session, session.events("INTERACTION_CREATE").length - 1);
    return askAs(guild, undefined, `${method} /webhooks/${guild.applicationId}/${token}${path}`, body);
  };
  const nth = async (heard: RawSession, at: number) =>
    guild.until(() => heard.events("INTERACTION_CREATE")[Math.max(at, 0)]);
  const heard = (count: number) => guild.until(() => session.events("INTERACTION_CREATE")[count - 1]);
  return { ...opened, session, message, callback, webhook, heard };
}

const acts = {
  command: (ana: DiscordPerson, channel: string) => ana.types(channel, "help", { question: "q" }),
  autocomplete: (ana: DiscordPerson, channel: string) =>
    ana.completes(channel, "help", { option: "question", value: "q" }),
};

describe("An interaction", () => {
  it("that nobody answers fails after 3 s, and is unknown from then on", async () => {
    const { ana, channel, clock, heard, callback } = await openDesk();
    const outcome = acts.command(ana, channel);
    await heard(1);
    await clock.advance(2999);
    expect(await Promise.race([outcome, "still waiting"])).toBe("still waiting");
    await clock.advance(1);
    expect(await outcome).toEqual({ kind: "failed", shown: "The application did not respond" });
    expect((await callback({ type: 4, data: { content: "late" } })).body).toMatchObject({ code: 10062 });
  });

  it("fails at once where no app listens", async () => {
    const { guild, ana, channel } = await openGuild();
    await ask(guild, `PUT /applications/${guild.applicationId}/commands`, commands);
    expect(await acts.command(ana, channel)).toMatchObject({ kind: "failed" });
  });

  it("is answered once", async () => {
    const { ana, channel, heard, callback } = await openDesk();
    const outcome = acts.command(ana, channel);
    await heard(1);
    expect(await callback({ type: 4, data: { content: "first" } })).toMatchObject({ status: 204 });
    expect((await callback({ type: 4, data: { content: "second" } })).body).toMatchObject({ code: 40060 });
    expect(await outcome).toMatchObject({ kind: "replied", message: { content: "first" } });
  });

  it("has a token that is good for 15 minutes", async () => {
    const { ana, channel, clock, heard, callback, webhook } = await openDesk();
    void acts.command(ana, channel);
    await heard(1);
    await callback({ type: 4, data: { content: "first" } });
    await clock.advance(15 * 60_000 - 1);
    expect(await webhook("POST", "", { content: "in time" })).toMatchObject({ status: 200 });
    await clock.advance(1);
    for (const [method, path, body] of [
      ["POST", "", { content: "late" }],
      ["PATCH", "/messages/@original", { content: "late" }],
      ["GET", "/messages/@original", undefined],
      ["DELETE", "/messages/@original", undefined],
    ] as const)
      expect((await webhook(method, path, body)).body).toMatchObject({ code: 50027 });
  });

  it("takes no followup before its answer, and none with a token or an app that is unknown", async () => {
    const { guild, ana, channel, heard, webhook } = await openDesk();
    void acts.command(ana, channel);
    await heard(1);
    expect((await webhook("POST", "", { content: "t" })).body).toMatchObject({ code: 10015 });
    const post = (path: string) => askAs(guild, undefined, `POST /webhooks/${path}`, { content: "t" });
    expect((await post(`${guild.applicationId}/unknown`)).body).toMatchObject({ code: 50027 });
    expect((await post("1/unknown")).body).toMatchObject({ code: 10015 });
  });

  it("is answered by a message that says more later, to who asked alone or to all", async () => {
    for (const flags of [0, 64]) {
      const { guild, ana, channel, heard, callback, webhook } = await openDesk();
      const ben = guild.person("ben");
      const outcome = acts.command(ana, channel);
      await heard(1);
      const { body } = await callback({ type: 5, data: { flags } }, "?with_response=true");
      expect(body).toMatchObject({
        interaction: { type: 2, response_message_loading: true, response_message_ephemeral: flags === 64 },
      });
      expect(await outcome).toMatchObject({ kind: "thinking", message: { content: "", flags: 128 + flags } });
      await webhook("POST", "", { content: "there it is" });
      await webhook("POST", "", { content: "and more", flags: 64 });
      const contents = (person: DiscordPerson) =>
        guild
          .messagesSeenBy(person, channel)
          .slice(1)
          .map(({ content }) => content);
      expect(contents(ana)).toEqual(["there it is", "and more"]);
      expect(contents(ben)).toEqual(flags === 64 ? [] : ["there it is"]);
      await webhook("PATCH", "/messages/@original", { content: "changed" });
      expect((await webhook("GET", "/messages/@original")).body).toMatchObject({ content: "changed" });
      await webhook("DELETE", "/messages/@original");
      expect(contents(ana)).toEqual(["and more"]);
      expect((await webhook("GET", "/messages/@original")).body).toMatchObject({ code: 10008 });
    }
  });

  it("deferred takes no flag but EPHEMERAL", async () => {
    const { ana, channel, heard, callback } = await openDesk();
    void acts.command(ana, channel);
    await heard(1);
    const refusal = await callback({ type: 5, data: { flags: 64 + (1 << 15) } });
    expect(flatten(refusal.body.errors)).toEqual(["data.flags MESSAGE_FLAGS_INVALID"]);
  });

  it("by a press changes the message, or leaves it as it is", async () => {
    const { guild, ana, channel, message, heard, callback, webhook } = await openDesk();
    const first = ana.presses(message, "Go");
    await heard(1);
    await callback({ type: 6 });
    expect(await first).toEqual({ kind: "acknowledged" });
    await webhook("PATCH", "/messages/@original", { content: "changed later" });
    expect(guild.messagesSeenBy(ana, channel)).toMatchObject([{ content: "changed later" }]);
    const second = ana.presses(message, "go");
    await heard(2);
    await callback({ type: 7, data: { components: [] } });
    expect(await second).toMatchObject({ kind: "updated", message: { components: [] } });
    await expect(ana.presses(message, "Go")).rejects.toThrow('"Go" not found; there are: none');
  });

  it.each<[string, number[], number[]]>([
    ["command", [4, 5, 9], [6, 7, 8]],
    ["autocomplete", [8], [4, 5, 6, 7, 9]],
  ])("of the kind %s takes some answers and refuses others", async (kind, taken, refused) => {
    const data = (type: number) => ({ 4: { content: "t" }, 8: { choices: [] }, 9: modal })[type];
    for (const type of [...refused, ...taken]) {
      const { ana, channel, heard, callback } = await openDesk();
      void (kind === "command" ? acts.command : acts.autocomplete)(ana, channel);
      await heard(1);
      const answer = await callback({ type, data: data(type) });
      if (taken.includes(type)) expect(answer.status).toBe(204);
      else expect(flatten(answer.body.errors)).toEqual(["type BASE_TYPE_CHOICES"]);
    }
  });

  it("of a form is filled in where it was opened, and may be no form again", async () => {
    const { guild, ana, message, session, heard, callback } = await openDesk();
    const opened = ana.presses(message, "Go");
    await heard(1);
    await callback({ type: 9, data: modal });
    expect(await opened).toMatchObject({ kind: "modal" });
    const form = guild.modal(ana);
    if (!form) throw new Error("no form");
    expect(await ana.submits(form, {})).toMatchObject({ kind: "incomplete" });
    const outcome = ana.submits(form, { words: "my words" });
    await heard(2);
    const [, submission] = session.events("INTERACTION_CREATE");
    expect(submission).toMatchObject({
      type: 5,
      message: { id: message.id },
      data: {
        custom_id: "form",
        components: [{ type: 18, component: { custom_id: "words", value: "my words" } }],
      },
    });
    expect(flatten((await callback({ type: 9, data: modal })).body.errors)).toEqual([
      "type BASE_TYPE_CHOICES",
    ]);
    await callback({ type: 7, data: { content: "taken" } });
    expect(await outcome).toMatchObject({ kind: "updated", message: { content: "taken" } });
    await expect(ana.submits(form)).rejects.toThrow("no such modal open");
  });

  it("of a form that is closed is never reported", async () => {
    const { guild, ana, channel, session, heard, callback } = await openDesk();
    void acts.command(ana, channel);
    await heard(1);
    await callback({ type: 9, data: modal });
    ana.closesModal();
    expect(guild.modal(ana)).toBeUndefined();
    expect(session.events("INTERACTION_CREATE")).toHaveLength(1);
  });

  it("carries the person, their language and where it was", async () => {
    const { guild, channel, session, message, heard } = await openDesk();
    const minh = guild.person("minh", { locale: "vi" });
    void minh.presses(message, "Go");
    void minh.usesContextMenu("Ask", minh.says(minh.dm, "direct"));
    await heard(2);
    expect(session.events("INTERACTION_CREATE")).toMatchObject([
      {
        type: 3,
        locale: "vi",
        guild_id: guild.guildId,
        channel_id: channel,
        context: 0,
        member: { user: { id: minh.id } },
      },
      {
        type: 2,
        locale: "vi",
        channel_id: minh.dm,
        context: 1,
        user: { id: minh.id },
        data: { type: 3, name: "Ask" },
      },
    ]);
  });
});

describe("A lost acknowledgement", () => {
  it("is an answer that the person saw: the app is told 40060 when it tries again", async () => {
    const { guild, ana, channel, heard, callback } = await openDesk();
    const on = "POST /interactions/{id}/{token}/callback";
    guild.faults.next({ on, kind: "lostAnswer" });
    const outcome = acts.command(ana, channel);
    await heard(1);
    await expect(callback({ type: 4, data: { content: "seen" } })).rejects.toThrow();
    expect(await outcome).toMatchObject({ kind: "replied", message: { content: "seen" } });
    expect((await callback({ type: 4, data: { content: "seen" } })).body).toMatchObject({ code: 40060 });
  });
});
