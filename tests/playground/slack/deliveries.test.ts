import { createServer, type IncomingHttpHeaders } from "node:http";
import { isValidSlackRequest } from "@slack/bolt";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Workspace } from "../../../playground/slack/workspace.ts";
import { listenOnLoopback, readText } from "../../loopback.ts";
import { connectApp, openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw, ofType } from "./raw-app.ts";

interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An app at a request URL that answers each request with the next status of a list, and then with 200. */
async function listenRaw(workspace: Workspace, statuses: readonly number[] = [], headers = {}) {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ headers: request.headers, body: await readText(request) });
    response.writeHead(statuses[requests.length - 1] ?? 200, headers).end();
  });
  workspace.deliverTo(`http://127.0.0.1:${await listenOnLoopback(server)}/`);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return requests;
}

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

describe("An event that nobody acknowledges", () => {
  it("comes again at once, after 1 and after 5 minutes, and then no more", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace);
    const count = () => ofType(app, "events_api").length;
    const counts: number[] = [];
    const passes = async (milliseconds: number, expected: number) => {
      await clock.advance(milliseconds);
      await workspace.until(() => count() === expected || undefined);
      counts.push(count());
    };
    ana.says(channel, "anybody?");
    await passes(2999, 1);
    await passes(1, 2);
    await passes(3000 + 59_999, 2);
    await passes(1, 3);
    await passes(3000 + 5 * 60_000 - 1, 3);
    await passes(1, 4);
    expect(workspace.pendingEvents()).toBe(1);
    await passes(24 * 60 * 60_000, 4);
    expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4]);
    expect(workspace.pendingEvents()).toBe(0);
    const attempts = ofType(app, "events_api").map(({ retry_attempt, retry_reason, payload }) => [
      retry_attempt,
      retry_reason,
      payload.event_id,
    ]);
    expect(attempts).toEqual([
      [0, "", "Ev0000000001"],
      [1, "timeout", "Ev0000000001"],
      [2, "timeout", "Ev0000000001"],
      [3, "timeout", "Ev0000000001"],
    ]);
  });

  it("says by HTTP which attempt it is and why", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace, [500, 404]);
    ana.says(channel, "anybody?");
    await workspace.until(() => requests[0]);
    for (const [number, wait] of [0, 60_000].entries()) {
      await workspace.until(() => workspace.eventsUnderway() === 0 || undefined);
      await clock.advance(wait);
      await workspace.until(() => requests[number + 1]);
    }
    expect(
      requests.map(({ headers }) => [headers["x-slack-retry-num"], headers["x-slack-retry-reason"]]),
    ).toEqual([
      [undefined, undefined],
      ["1", "http_error"],
      ["2", "http_error"],
    ]);
  });

  it("does not come again when the app asks for that", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace, [500], { "x-slack-no-retry": "1" });
    ana.says(channel, "anybody?");
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    await clock.advance(600_000);
    expect(requests).toHaveLength(1);
  });

  it("waits for an app that was not there", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    ana.says(channel, "anybody?");
    await clock.advance(0);
    await clock.advance(0);
    const app = await connectRaw(workspace, true);
    await clock.advance(60_000);
    expect(await awaitNth(workspace, app, "events_api")).toMatchObject({
      retry_attempt: 2,
      retry_reason: "connection_failed",
    });
  });
});

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

describe("What goes to a request URL", () => {
  it("is signed as Slack signs", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace);
    const { signingSecret } = workspace;
    await ana.types(channel, "/aws-help lost phone");
    workspace.faults.nextDelivery("wrongSignature");
    await ana.types(channel, "/aws-help lost phone");
    workspace.faults.nextDelivery("oldSignature");
    await ana.types(channel, "/aws-help lost phone");
    const verdicts = requests.map(({ headers, body }) =>
      isValidSlackRequest({
        signingSecret,
        body,
        headers: {
          "x-slack-signature": String(headers["x-slack-signature"]),
          "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
        },
      }),
    );
    expect(verdicts).toEqual([true, false, false]);
  });

  it("is refused by the SDK when the signature is wrong or old", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    await connectApp(workspace, "http", (app) => app.command("/aws-help", ({ ack }) => ack()));
    workspace.faults.nextDelivery("wrongSignature");
    expect(await ana.types(channel, "/aws-help")).toEqual({ kind: "failed", error: "dispatch_failed" });
    workspace.faults.nextDelivery("oldSignature");
    expect(await ana.types(channel, "/aws-help")).toEqual({ kind: "failed", error: "dispatch_failed" });
    expect(await ana.types(channel, "/aws-help")).toMatchObject({ kind: "acknowledged" });
  });

  it("is checked with a challenge, which Bolt answers", async () => {
    const { workspace } = await openWorkspace();
    expect(await workspace.verifyRequestUrl()).toBe(false);
    await connectApp(workspace, "http", () => {});
    expect(await workspace.verifyRequestUrl()).toBe(true);
    await listenRaw(workspace);
    expect(await workspace.verifyRequestUrl()).toBe(false);
  });
});

describe("Socket Mode", () => {
  it("greets with the number of connections, takes ten, and gives each event to one", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const apps = [];
    for (let n = 0; n < 10; n += 1) apps.push(await connectRaw(workspace, true));
    expect(apps.map(({ received }) => received[0]?.num_connections)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const eleventh = await connectRaw(workspace);
    expect(eleventh.received).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }]);
    for (let n = 0; n < 20; n += 1) ana.says(channel, `${n}`);
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    expect(apps.map((app) => ofType(app, "events_api").length)).toEqual(Array.from({ length: 10 }, () => 2));
  });

  it("uses each address once", async () => {
    const { workspace } = await openWorkspace();
    const { body } = await call(workspace, "apps.connections.open", {}, { token: workspace.appToken });
    const { WebSocket } = await import("ws");
    const open = () =>
      new Promise((resolve) => {
        const socket = new WebSocket(String(body.url));
        onTestFinished(() => socket.terminate());
        socket.on("open", () => resolve("open")).on("error", (error) => resolve(error.message));
      });
    expect(await open()).toBe("open");
    expect(await open()).toBe("Unexpected server response: 403");
  });

  it.each(["dropSockets", "refreshSockets"] as const)(
    "connects Bolt anew after %s, and what was lost comes again",
    async (fault) => {
      const { workspace, clock, ana, channel } = await openWorkspace();
      const heard: string[] = [];
      await connectApp(workspace, "socket", (app) =>
        app.message(async ({ message }) => void heard.push(message.ts)),
      );
      workspace.faults[fault]();
      await workspace.until(() => workspace.connections() === 0 || undefined);
      const { ts } = ana.says(channel, "still there?");
      await clock.advance(0);
      await workspace.until(() => workspace.connections() === 1 || undefined);
      await clock.advance(60_000);
      await workspace.until(() => heard[0]);
      expect(heard).toEqual([ts]);
    },
  );

  it("says why a connection ends", async () => {
    const { workspace } = await openWorkspace();
    const app = await connectRaw(workspace);
    workspace.faults.refreshSockets("warning");
    workspace.faults.refreshSockets();
    expect((await awaitNth(workspace, app, "disconnect", 1)).reason).toBe("refresh_requested");
    expect((await awaitNth(workspace, app, "disconnect")).reason).toBe("warning");
  });
});
