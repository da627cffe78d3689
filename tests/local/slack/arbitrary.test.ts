import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultScopes } from "../../../local/slack/options.ts";
import { parseBlocks, parseView } from "../../../local/slack/schemas/parse.ts";
import { startWorkspace } from "../../../local/slack/workspace.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { openWorkspace } from "./connect-app.ts";
import { acknowledgeNext, openForm } from "./open-form.ts";
import { awaitNth, call, connectRaw, ofType } from "./raw-app.ts";

const methods = [
  ...[
    "auth.test",
    "chat.postMessage",
    "chat.postEphemeral",
    "chat.update",
    "chat.delete",
    "chat.getPermalink",
  ],
  ...["views.open", "views.push", "views.update", "views.publish"],
  ...["open", "info", "members", "list", "join", "history", "replies"].map((name) => `conversations.${name}`),
  "users.info",
  "assistant.threads.setSuggestedPrompts",
];

/** Values that look right now and then, so that what lies deeper is reached too. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("C0000000001", "U0000000001", "D0000000001", "1700000000.000100", "", "t"),
  fc.constantFrom(
    [{ type: "divider" }],
    [{ type: "section" }],
    [null],
    [[]],
    [{ title: "t", message: "m" }],
    { type: "modal" },
    { type: "home", blocks: [] },
  ),
);
const names = [
  ...[
    "channel",
    "user",
    "text",
    "blocks",
    "thread_ts",
    "ts",
    "view",
    "trigger_id",
    "view_id",
    "user_id",
    "users",
  ],
  ...["cursor", "limit", "hash", "metadata", "types", "message_ts", "external_id"],
  ...["channel_id", "prompts", "title"],
];
const args = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 });

const element = fc.record(
  {
    type: fc.constantFrom(
      "button",
      "static_select",
      "overflow",
      "radio_buttons",
      "checkboxes",
      "plain_text_input",
    ),
    text: fc.jsonValue({ maxDepth: 1 }),
    options: fc.jsonValue({ maxDepth: 2 }),
    action_id: fc.string(),
    " ": fc.jsonValue(),
  },
  { requiredKeys: ["type"] },
);
const block = fc.record(
  {
    type: fc.constantFrom("section", "header", "actions", "input", "context", "divider", "rich_text"),
    text: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.record({ type: fc.constant("mrkdwn"), text: fc.string() }),
    ),
    elements: fc.oneof(fc.array(element), fc.jsonValue()),
    element,
    accessory: element,
    block_id: fc.string(),
  },
  { requiredKeys: ["type"] },
);

const acknowledgement = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue()),
  fc.record(
    {
      response_action: fc.constantFrom("errors", "clear", "update", "push", "explode"),
      errors: fc.jsonValue({ maxDepth: 1 }),
      view: fc.jsonValue(),
    },
    { requiredKeys: ["response_action"] },
  ),
  fc.record(
    {
      response_type: fc.constantFrom("ephemeral", "in_channel", "everywhere"),
      text: fc.oneof(fc.string(), fc.jsonValue()),
      blocks: fc.array(block),
    },
    { requiredKeys: [] },
  ),
);

describe("Whatever is sent", () => {
  it("is answered with ok, or with an error code and no crash", async () => {
    const scopes = [...defaultScopes, "users:read", "assistant:write"];
    const options = { burst: Number.POSITIVE_INFINITY, agentView: true, scopes };
    const workspace = await startWorkspace(options);
    workspace.channel("general", { members: [workspace.person("ana")] });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), args, async (method, body) => {
        const answer = await call(workspace, method, body);
        if (answer.status === 429) return;
        expect(answer.status).toBe(200);
        if (!answer.body.ok) expect(answer.body.error).toMatch(/^(?!internal_error)[a-z_]+$/);
      }),
      { numRuns: propertyRuns(120) },
    );
    await workspace.close();
  });

  it("as a body that is no JSON, or no object, is refused", async () => {
    const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
    const headers = { "content-type": "application/json", authorization: `Bearer ${workspace.botToken}` };
    const texts = fc.oneof(
      fc.string({ minLength: 1 }),
      fc
        .jsonValue()
        .filter(isNoObject)
        .map((json) => JSON.stringify(json)),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        const response = await fetch(`${workspace.apiUrl}chat.postMessage`, {
          method: "POST",
          headers,
          body,
        });
        expect(await response.json()).toMatchObject({ ok: false, error: expect.stringMatching(/^[a-z_]+$/) });
      }),
      { numRuns: propertyRuns(50) },
    );
    await workspace.close();
  });

  it("as an acknowledgement of a command is shown, or seen to have failed", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace);
    await fc.assert(
      fc.asyncProperty(acknowledgement, async (payload) => {
        const before = ofType(app, "slash_commands").length;
        const outcome = ana.types(channel, "/aws-help");
        app.acknowledge(await awaitNth(workspace, app, "slash_commands", before), payload);
        expect(["acknowledged", "failed"]).toContain((await outcome).kind);
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  it("as an acknowledgement of a form is followed, or seen to have failed", async () => {
    await fc.assert(
      fc.asyncProperty(acknowledgement, async (payload) => {
        const form = await openForm();
        const outcome = form.ana.submits(form.view, { note: "phone" });
        await acknowledgeNext(form, payload);
        expect(["closed", "errors", "updated", "pushed", "failed"]).toContain((await outcome).kind);
        await form.workspace.close();
      }),
      { numRuns: propertyRuns(15) },
    );
  });

  it("as blocks and views is taken or refused with where and why", () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(block), fc.jsonValue()), (blocks) => {
        for (const read of [parseBlocks(blocks), parseView({ type: "home", blocks })]) {
          if (!("ok" in read)) continue;
          expect(read.error).toMatch(/^[a-z_]+$/);
          if (read.error === "invalid_blocks") expect(String(read.errors)).toContain("[json-pointer:/blocks");
        }
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});

function isNoObject(json: unknown): boolean {
  return typeof json !== "object" || json === null || Array.isArray(json);
}
