import { describe, expect, it } from "vitest";
import { openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw } from "./raw-app.ts";

async function send(url: string, body: unknown) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const blocks = [
  {
    type: "actions",
    elements: [{ type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } }],
  },
];

/** Somebody pressed a button of a message; what came is the response_url. */
async function openPressed({ isEphemeral = false } = {}) {
  const { workspace, clock, ana, channel } = await openWorkspace();
  const app = await connectRaw(workspace, true);
  const method = isEphemeral ? "chat.postEphemeral" : "chat.postMessage";
  await call(workspace, method, { channel, text: "Press", blocks, ...(isEphemeral && { user: ana.id }) });
  const [message] = workspace.messagesSeenBy(ana, channel);
  if (!message) throw new Error("no message");
  await ana.presses(message, "Go");
  const { payload } = await awaitNth(workspace, app, "interactive");
  const texts = () => workspace.messagesSeenBy(ana, channel).map(({ text }) => text);
  return { workspace, clock, ana, channel, message, payload, url: String(payload.response_url), texts };
}

describe("A response_url", () => {
  it("takes five answers, and no more", async () => {
    const { url, texts } = await openPressed();
    for (const text of ["1", "2", "3", "4", "5"]) {
      expect(await send(url, { text })).toEqual({ status: 200, body: { ok: true } });
    }
    expect(await send(url, { text: "6" })).toEqual({ status: 404, body: { ok: false, error: "used_url" } });
    expect(texts()).toEqual(["Press", "1", "2", "3", "4", "5"]);
  });

  it("is good for 30 minutes", async () => {
    const { url, clock } = await openPressed();
    await clock.advance(30 * 60_000 - 1);
    expect((await send(url, { text: "in time" })).status).toBe(200);
    await clock.advance(1);
    expect(await send(url, { text: "late" })).toEqual({
      status: 404,
      body: { ok: false, error: "expired_url" },
    });
  });

  it("answers who pressed alone, or everybody", async () => {
    const { workspace, url, channel } = await openPressed();
    const ben = workspace.person("ben");
    await send(url, { text: "you" });
    await send(url, { text: "all", response_type: "in_channel" });
    expect(workspace.messagesSeenBy(ben, channel).map(({ text }) => text)).toEqual(["Press", "all"]);
  });

  it.each([true, false])(
    "replaces and deletes the message that was pressed (ephemeral: %s)",
    async (isEphemeral) => {
      const { url, texts } = await openPressed({ isEphemeral });
      await send(url, { text: "Pressed", replace_original: true });
      expect(texts()).toEqual(["Pressed"]);
      await send(url, { delete_original: true });
      expect(texts()).toEqual([]);
    },
  );

  it("answers in a thread when told which", async () => {
    const { workspace, ana, channel, url, message } = await openPressed();
    await send(url, { text: "there", thread_ts: message.ts });
    expect(workspace.messagesSeenBy(ana, channel)[1]).toMatchObject({ text: "there", thread: message.ts });
  });

  it.each([
    ["invalid_json", "{"],
    ["no_text", {}],
    ["invalid_blocks", { blocks: [{ type: "nonsense" }] }],
    ["invalid_arg_name", { text: "t", colour: "red" }],
    ["invalid_arguments", { text: "t", response_type: "everywhere" }],
    ["msg_too_long", { text: "x".repeat(40_001) }],
  ])("refuses with %s, and that is not a use", async (error, body) => {
    const { url } = await openPressed();
    expect(await send(url, body)).toMatchObject({ status: 400, body: { ok: false, error } });
    for (let n = 0; n < 5; n += 1) expect((await send(url, { text: "t" })).status).toBe(200);
  });

  it("is nothing that can be guessed", async () => {
    const { url } = await openPressed();
    expect(await send(`${url}1`, { text: "t" })).toMatchObject({
      status: 404,
      body: { error: "invalid_url" },
    });
  });

  it("comes with the message, except for ephemeral ones, of which only the place is told", async () => {
    const open = await openPressed();
    expect(open.payload).toMatchObject({
      type: "block_actions",
      container: {
        type: "message",
        message_ts: open.message.ts,
        channel_id: open.channel,
        is_ephemeral: false,
      },
      message: { text: "Press", ts: open.message.ts },
      actions: [{ type: "button", action_id: "go", text: { text: "Go" } }],
    });
    const hidden = await openPressed({ isEphemeral: true });
    expect(hidden.payload.container).toMatchObject({ is_ephemeral: true, message_ts: hidden.message.ts });
    expect(hidden.payload).not.toHaveProperty("message");
  });
});
