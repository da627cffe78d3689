import { describe, expect, it } from "vitest";
import { openLog } from "./lines.ts";
import { openChannel } from "./open-channel.ts";
import { sendSigned } from "./send-signed.ts";
import type { Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];
const user = { id: "U1" };
const team = { id: "T1" };

const noise: readonly (readonly [string, object])[] = [
  [
    "app_rate_limited",
    { type: "app_rate_limited", token: "t", team_id: "T1", minute_rate_limited: 1, api_app_id: "A1" },
  ],
  ["a global shortcut", { type: "shortcut", callback_id: "x", team, user, trigger_id: "1.1" }],
  [
    "another message shortcut",
    { type: "message_action", callback_id: "x", team, user, message: {}, channel: {} },
  ],
  [
    "options for a select",
    { type: "block_suggestion", team, user, action_id: "x", block_id: "y", value: "z" },
  ],
  ["a form that was closed", { type: "view_closed", team, user, view: { id: "V1", callback_id: "form" } }],
  [
    "another app's form",
    { type: "view_submission", team, user, view: { callback_id: "x", state: { values: {} } } },
  ],
  ["a dialog of the old kind", { type: "dialog_submission", callback_id: "x", team, user, submission: {} }],
  ["a button of the old kind", { type: "interactive_message", callback_id: "x", team, user, actions: [{}] }],
  [
    "a press on an unfurled link",
    { type: "block_actions", team, user, container: { type: "message_attachment" }, actions: [{}] },
  ],
  ["another command", { command: "/other", team_id: "T1", user_id: "U1", channel_id: "C1" }],
  ["a type of tomorrow", { type: "of_tomorrow" }],
];

describe.each(transports)("what is not for the bot, by %s", (transport) => {
  it.each(noise)("is acknowledged at once, without a line: %s", async (_, body) => {
    const { log, linesFrom } = openLog();
    const { workspace, ana, answer } = await openChannel(transport, { log });
    expect(await workspace.deliver({ kind: "interaction", body })).toMatchObject({ kind: "acknowledged" });
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
    expect(linesFrom(40)).toEqual([]);
  });

  it.each([
    ["app_rate_limited", { type: "app_rate_limited", minute_rate_limited: 1 }],
    ["an event of another kind", { type: "event_callback", event: { type: "team_join", user } }],
    [
      "a reaction to nothing",
      { type: "event_callback", event: { type: "reaction_added", user: "U1", item: null } },
    ],
  ])("is acknowledged at once among the events: %s", async (_, body) => {
    const { workspace, ana, answer } = await openChannel(transport);
    expect(await workspace.deliver({ kind: "event", body })).toMatchObject({ kind: "acknowledged" });
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
  });
});

describe("a signed request that is none of Slack's", () => {
  const form = "application/x-www-form-urlencoded";
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const asForm = (body: object) => `payload=${encodeURIComponent(JSON.stringify(body))}`;

  it.each([
    ["deep JSON", { body: deep(50_000) }],
    ["deep JSON in a form", { body: `payload=${encodeURIComponent(deep(5000))}`, type: form }],
    ["brackets without end", { body: `{"type":"event_callback","event":${"[".repeat(100_000)}` }],
    ["a string without end", { body: `{"type":"${'\\"'.repeat(200_000)}` }],
    ["UTF-16", { body: '{"type":"event_callback"}', type: "application/json; charset=utf-16" }],
    ["Latin 1", { body: "text=x", type: `${form}; charset=iso-8859-1` }],
    ["plain text", { body: '{"type":"of_tomorrow"}', type: "text/plain" }],
    ["XML", { body: "<a/>", type: "application/xml" }],
    ["an object without a type", { body: "{}" }],
    ["an event without an event", { body: '{"type":"event_callback"}' }],
    ["a press without a person", { body: asForm({ type: "block_actions", actions: [{}] }), type: form }],
    ["a press without a button", { body: asForm({ type: "block_actions", user, actions: [] }), type: form }],
    [
      "our form without its metadata",
      { body: asForm({ type: "view_submission", user, view: { callback_id: "form" } }), type: form },
    ],
    ["our command without a person", { body: "command=%2Faws-help&text=x", type: form }],
  ])("is answered 400 at once: %s", async (_, request) => {
    const { workspace, url, ana, answer } = await openChannel("http");
    const answered = await sendSigned({ url, secret: workspace.signingSecret }, request);
    expect(answered.status).toBe(400);
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
  });

  it("is taken with a charset that says UTF-8", async () => {
    const { workspace, url } = await openChannel("http");
    const line = { url, secret: workspace.signingSecret };
    const body = asForm({ type: "of_tomorrow" });
    expect((await sendSigned(line, { body, type: `${form}; charset=UTF-8` })).status).toBe(200);
  });
});
