import { describe, expect, it, onTestFinished } from "vitest";
import { createSlack } from "../../../adapters/slack/index.ts";
import type { SlackSettings } from "../../../adapters/slack/settings.ts";
import { createHttp } from "../../../src/http.ts";
import { createLog } from "../../../src/insight/log.ts";
import { startSmallPack } from "../../small-pack.ts";
import { until } from "../../until.ts";
import { openWorkspace, sendSigned, type Workspace } from "./workspace.ts";

const secret = "a-signing-secret";

async function connect(settings: Partial<SlackSettings>) {
  const workspace = await openWorkspace();
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  const slack = createSlack({
    settings: { SLACK_BOT_TOKEN: "xoxb-test", SLACK_API_URL: workspace.apiUrl, ...settings },
    http,
    log: createLog("silent"),
  });
  const port = await http.listen();
  const core = startSmallPack();
  await slack.start(core);
  onTestFinished(async () => {
    await slack.stop();
    await http.close();
  });
  const url = `http://127.0.0.1:${port}/slack/events`;
  return {
    workspace,
    slack,
    url,
    sendForm: (fields: Record<string, string>) =>
      sendSigned(url, secret, {
        body: String(new URLSearchParams(fields)),
        type: "application/x-www-form-urlencoded",
      }),
    sendJson: (body: object) =>
      sendSigned(url, secret, { body: JSON.stringify(body), type: "application/json" }),
  };
}

const command = ({ responseUrl }: Workspace, text: string, trigger = "t1") => ({
  command: "/aws-help",
  text,
  team_id: "T1",
  channel_id: "C1",
  user_id: "U1",
  trigger_id: trigger,
  response_url: responseUrl,
});

const event = (fields: object) => ({ type: "event_callback", team_id: "T1", event_id: "Ev1", event: fields });

const press = ({ responseUrl }: Workspace, value: string, container: object) => ({
  type: "block_actions",
  trigger_id: `press ${value}`,
  team: { id: "T1" },
  user: { id: "U1" },
  response_url: responseUrl,
  container: { type: "message", message_ts: "5.0", channel_id: "C1", ...container },
  actions: [{ type: "button", action_id: "press-0", value }],
});

const posts = ({ calls }: Workspace, method: string) => calls.filter((call) => call.method === method);
const firstPost = (workspace: Workspace, method: string) => until(() => posts(workspace, method)[0]?.body);

describe("Slack by HTTP", () => {
  const http = { SLACK_SIGNING_SECRET: secret };

  it("answers the slash command to who typed it alone", async () => {
    const { workspace, sendForm } = await connect(http);
    const response = await sendForm(command(workspace, "my key is lost"));
    expect(response.status).toBe(200);
    const body = await firstPost(workspace, "response_url");
    expect(body).toMatchObject({ response_type: "ephemeral", unfurl_links: false, unfurl_media: false });
    expect(body.text).toContain("Look under the *mat*");
    expect(JSON.stringify(body.blocks)).toContain("1.solved.lost-key.en");
  });

  it("shows the topics when the slash command stands alone", async () => {
    const { workspace, sendForm } = await connect(http);
    await sendForm(command(workspace, " "));
    expect((await firstPost(workspace, "response_url")).text).toContain("What is it about?");
  });

  it("answers a press on a private message privately and leaves the message", async () => {
    const { workspace, sendForm } = await connect(http);
    const payload = press(workspace, "1.show.stuck-window.en", { is_ephemeral: true });
    await sendForm({ payload: JSON.stringify(payload) });
    const body = await firstPost(workspace, "response_url");
    expect(body).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(body.text).toContain("The window does not open");
  });

  it("answers a mention in its thread, and a press there too", async () => {
    const { workspace, sendForm, sendJson } = await connect(http);
    await sendJson(
      event({ type: "app_mention", channel: "C1", user: "U1", ts: "5.0", text: "<@U0BOT> window is stuck" }),
    );
    expect(await firstPost(workspace, "chat.postMessage")).toMatchObject({ channel: "C1", thread_ts: "5.0" });
    await sendForm({
      payload: JSON.stringify(press(workspace, "1.solved.stuck-window.en", { thread_ts: "5.0" })),
    });
    const second = await until(() => posts(workspace, "chat.postMessage")[1]?.body);
    expect(second).toMatchObject({ channel: "C1", thread_ts: "5.0" });
  });

  it("gives somebody else who presses a private copy", async () => {
    const { workspace, sendForm, sendJson } = await connect(http);
    await sendJson(
      event({ type: "app_mention", channel: "C1", user: "U1", ts: "5.0", text: "<@U0BOT> window is stuck" }),
    );
    await firstPost(workspace, "chat.postMessage");
    const other = {
      ...press(workspace, "1.stuck.stuck-window.en", { thread_ts: "5.0" }),
      user: { id: "U2" },
    };
    await sendForm({ payload: JSON.stringify(other) });
    expect(await firstPost(workspace, "chat.postEphemeral")).toMatchObject({ user: "U2", channel: "C1" });
  });

  it("answers a direct message in a thread there", async () => {
    const { workspace, sendJson } = await connect(http);
    const message = {
      type: "message",
      channel_type: "im",
      channel: "D1",
      user: "U1",
      ts: "6.1",
      thread_ts: "6.0",
    };
    await sendJson(event({ ...message, text: "I lost my key" }));
    expect(await firstPost(workspace, "chat.postMessage")).toMatchObject({ channel: "D1", thread_ts: "6.0" });
  });

  it("delivers a late answer to a command to who gave it alone", async () => {
    const { workspace, slack } = await connect(http);
    const address = {
      adapter: "slack",
      data: JSON.stringify({ channel: "C1", user: "U1", ephemeral: true }),
    };
    const answer = { locale: "en", title: "Late", blocks: [], buttons: [] } as const;
    await slack.deliver(address, answer, { audience: "all", key: "k" });
    expect(posts(workspace, "chat.postEphemeral")).toMatchObject([{ body: { channel: "C1", user: "U1" } }]);
    expect(posts(workspace, "chat.postMessage")).toEqual([]);
  });

  it("answers a direct message, and the same event again not at all", async () => {
    const { workspace, sendJson } = await connect(http);
    const message = {
      type: "message",
      channel_type: "im",
      channel: "D1",
      user: "U1",
      ts: "6.0",
      text: "I lost my key",
    };
    await sendJson(event(message));
    await firstPost(workspace, "chat.postMessage");
    await sendJson(event(message));
    await sendJson(event({ ...message, ts: "7.0", text: "new key please" }));
    await until(() => posts(workspace, "chat.postMessage")[1]);
    expect(posts(workspace, "chat.postMessage")).toHaveLength(2);
  });

  it("leaves bots, edits and other people's channel messages alone", async () => {
    const { workspace, sendJson } = await connect(http);
    const message = { type: "message", channel_type: "im", channel: "D1", user: "U1", text: "I lost my key" };
    await sendJson(event({ ...message, ts: "1.0", bot_id: "B9" }));
    await sendJson(
      event({ ...message, ts: "2.0", subtype: "message_changed", message: {}, previous_message: {} }),
    );
    await sendJson(event({ ...message, ts: "3.0", channel_type: "channel", channel: "C1" }));
    await sendJson(event({ ...message, ts: "4.0" }));
    await firstPost(workspace, "chat.postMessage");
    expect(posts(workspace, "chat.postMessage")).toHaveLength(1);
  });

  it("acknowledges a press on a button that opens a page", async () => {
    const { workspace, sendForm } = await connect(http);
    const payload = { ...press(workspace, "", {}), actions: [{ type: "button", action_id: "open-0" }] };
    expect((await sendForm({ payload: JSON.stringify(payload) })).status).toBe(200);
  });

  it("refuses what Slack did not sign", async () => {
    const { workspace, url } = await connect(http);
    const body = String(new URLSearchParams(command(workspace, "my key is lost")));
    const response = await sendSigned(url, "another secret", {
      body,
      type: "application/x-www-form-urlencoded",
    });
    expect(response.status).toBe(401);
    expect(posts(workspace, "response_url")).toEqual([]);
  });
});

describe("Slack by Socket Mode", () => {
  it("acknowledges and answers the slash command", async () => {
    const { workspace } = await connect({ SLACK_APP_TOKEN: "xapp-test" });
    await until(() => workspace.isConnected() || undefined);
    workspace.push({
      type: "slash_commands",
      envelope_id: "e1",
      accepts_response_payload: true,
      payload: command(workspace, "my key is lost"),
    });
    expect((await firstPost(workspace, "response_url")).text).toContain("I lost the key");
    expect(workspace.acknowledged).toContain("e1");
  });
});
