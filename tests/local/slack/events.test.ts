import { describe, expect, it } from "vitest";
import { openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw, ofType } from "./raw-app.ts";

const kinds = (app: Parameters<typeof ofType>[0]) =>
  ofType(app, "events_api").map(({ payload: { event } }) => event.subtype ?? event.type);

describe("Events", () => {
  it("come in an envelope that says for whom", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    const { ts } = ana.says(channel, "hello https://e.example <b> @ana #general");
    const envelope = await awaitNth(workspace, app, "events_api");
    expect(envelope).toMatchObject({ accepts_response_payload: false, retry_attempt: 0 });
    expect(envelope.payload).toMatchObject({
      type: "event_callback",
      team_id: workspace.teamId,
      api_app_id: workspace.appId,
      event_id: "Ev0000000001",
      event_time: 1_700_000_000,
      authorizations: [{ team_id: workspace.teamId, user_id: workspace.botUserId, is_bot: true }],
      event: {
        type: "message",
        channel,
        channel_type: "channel",
        user: ana.id,
        ts,
        event_ts: ts,
        text: `hello <https://e.example> &lt;b&gt; <@${ana.id}> <#${channel}|general>`,
      },
    });
  });

  it("tell of files, threads, edits and deletions", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    const message = ana.says(channel, "look", { files: [{ name: "a.png", mimetype: "image/png" }] });
    ana.says(channel, "and", { thread: message.ts });
    ana.says(channel, "all", { thread: message.ts, broadcast: true });
    ana.edits(message, "look here");
    ana.deletes(message);
    await awaitNth(workspace, app, "events_api", 4);
    expect(kinds(app)).toEqual([
      "file_share",
      "message",
      "thread_broadcast",
      "message_changed",
      "message_deleted",
    ]);
    const [shared, reply, , changed, deleted] = ofType(app, "events_api").map(({ payload }) => payload.event);
    expect(shared.files).toMatchObject([{ name: "a.png", mimetype: "image/png" }]);
    expect(reply).toMatchObject({ thread_ts: message.ts, parent_user_id: ana.id });
    expect(changed).toMatchObject({
      message: { text: "look here", edited: { user: ana.id } },
      previous_message: { text: "look" },
    });
    expect(deleted).toMatchObject({ deleted_ts: message.ts, previous_message: { text: "look here" } });
  });

  it("tell of a mention as message and as app_mention, and in direct messages as message alone", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    ana.says(ana.dm, "@signpost hello");
    ana.says(channel, "@signpost hello");
    await awaitNth(workspace, app, "events_api", 2);
    const events = ofType(app, "events_api").map(({ payload: { event } }) => [
      event.type,
      event.channel_type,
    ]);
    expect(events).toEqual([
      ["message", "im"],
      ["message", "channel"],
      ["app_mention", undefined],
    ]);
  });

  it("tell the app of its own messages, but not of those that one person alone sees", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    await call(workspace, "chat.postEphemeral", { channel, user: ana.id, text: "psst" });
    await call(workspace, "chat.postMessage", { channel, text: "t" });
    const { payload } = await awaitNth(workspace, app, "events_api");
    expect(payload.event).toMatchObject({ text: "t", bot_id: workspace.botId, app_id: workspace.appId });
  });

  it("need a subscription, a scope and membership", async () => {
    const { workspace, ana, channel } = await openWorkspace({
      scopes: ["channels:history", "app_mentions:read"],
      events: ["message.channels", "message.im"],
    });
    const app = await connectRaw(workspace, true);
    const outside = workspace.channel("outside", { members: [ana], hasApp: false });
    const secret = workspace.channel("secret", { members: [ana], isPrivate: true });
    ana.says(outside, "no member");
    ana.says(ana.dm, "no scope");
    ana.says(secret, "no subscription and no scope");
    ana.opensHome();
    ana.says(channel, "@signpost no app_mention");
    const { payload } = await awaitNth(workspace, app, "events_api");
    expect(payload.event).toMatchObject({ type: "message", channel });
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    expect(kinds(app)).toEqual(["message"]);
  });

  it("of private channels are called so", async () => {
    const { workspace, ana } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    ana.says(workspace.channel("secret", { members: [ana], isPrivate: true }), "psst");
    expect((await awaitNth(workspace, app, "events_api")).payload.event).toMatchObject({
      channel_type: "group",
    });
  });
});
