import { describe, expect, it } from "vitest";
import { openWorkspace } from "./connect-app.ts";
import { listenRaw } from "./listen-raw.ts";
import { awaitNth, connectRaw, ofType } from "./raw-app.ts";

describe("Interactions and commands", () => {
  it("fail after 3 seconds without an acknowledgement, and are not tried again", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace);
    const outcome = ana.types(channel, "/aws-help");
    await awaitNth(workspace, app, "slash_commands");
    await clock.advance(3000);
    expect(await outcome).toEqual({ kind: "failed", error: "operation_timeout" });
    await clock.advance(600_000);
    expect(ofType(app, "slash_commands")).toHaveLength(1);
  });

  it("fail at once where nobody listens, or the app answers with a fault", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    expect(await ana.types(channel, "/aws-help")).toEqual({ kind: "failed", error: "dispatch_failed" });
    await listenRaw(workspace, [500]);
    expect(await ana.types(channel, "/aws-help")).toEqual({ kind: "failed", error: "dispatch_failed" });
    workspace.deliverTo("http://127.0.0.1:1/");
    expect(await ana.usesShortcut("ask")).toEqual({ kind: "failed", error: "dispatch_failed" });
  });

  it("may be answered in the acknowledgement", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace);
    const answer = async (n: number, payload: object) => {
      const outcome = ana.types(channel, "/aws-help");
      app.acknowledge(await awaitNth(workspace, app, "slash_commands", n), payload);
      return outcome;
    };
    expect(await answer(0, { text: "Hi" })).toMatchObject({ message: { text: "Hi", visibleTo: ana.id } });
    expect(await answer(1, { text: "All", response_type: "in_channel" })).toMatchObject({
      message: { text: "All" },
    });
    expect(await answer(2, { blocks: [{ type: "nonsense" }] })).toEqual({
      kind: "failed",
      error: "invalid_response",
    });
  });

  it("carry what the person typed, where, and hide the names of private places", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace);
    const secret = workspace.channel("secret", { members: [ana], isPrivate: true });
    for (const place of [channel, secret, ana.dm]) await ana.types(place, "/aws-help  lost & found ");
    const payloads = requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    expect(payloads[0]).toMatchObject({
      command: "/aws-help",
      text: "lost & found",
      user_id: ana.id,
      channel_id: channel,
    });
    expect(payloads.map(({ channel_name }) => channel_name)).toEqual([
      "general",
      "privategroup",
      "directmessage",
    ]);
  });

  it("know the message that a shortcut was taken from", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    const message = ana.says(channel, "lost my phone");
    await ana.usesShortcut("ask", message);
    await ana.usesShortcut("ask");
    expect((await awaitNth(workspace, app, "interactive", 1)).payload).toMatchObject({
      type: "shortcut",
      callback_id: "ask",
    });
    expect((await awaitNth(workspace, app, "interactive")).payload).toMatchObject({
      type: "message_action",
      callback_id: "ask",
      message_ts: message.ts,
      message: { text: "lost my phone" },
      channel: { id: channel, name: "general" },
    });
  });
});
