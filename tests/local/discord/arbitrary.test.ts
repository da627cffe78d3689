import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startGuild } from "../../../local/discord/guild.ts";
import { command } from "../../../local/discord/schemas/commands.ts";
import { messageBody } from "../../../local/discord/schemas/messages.ts";
import { modal } from "../../../local/discord/schemas/modals.ts";
import { toErrorTree } from "../../../local/discord/schemas/validation-errors.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { openGuild } from "./connect-app.ts";
import { breachesIn, description } from "./openapi/description.ts";
import { ask, flatten } from "./raw.ts";
import { identify, openSession } from "./raw-session.ts";

const requests = [
  ...["GET /users/@me", "POST /users/@me/channels", "GET /applications/@me", "GET /gateway/bot"],
  ...["GET", "POST", "PUT"].map((method) => `${method} /applications/900000000000000001/commands`),
  ...["GET", "POST"].map((method) => `${method} /channels/CHANNEL/messages`),
  ...["GET", "PATCH", "DELETE"].map((method) => `${method} /channels/CHANNEL/messages/MESSAGE`),
  ...["POST /channels/CHANNEL/messages/MESSAGE/threads", "POST /channels/CHANNEL/threads"],
  ...[
    "POST /channels/FORUM/threads",
    "PATCH /channels/CHANNEL",
    "PATCH /channels/FORUM",
    "PATCH /channels/DM",
  ],
  ...[
    "POST /interactions/1/t/callback",
    "POST /webhooks/900000000000000001/t",
    "PUT /channels/CHANNEL/thread-members/@me",
  ],
];

const component = fc.record(
  {
    type: fc.integer({ min: 0, max: 24 }),
    custom_id: fc.string(),
    label: fc.string(),
    style: fc.integer({ min: 0, max: 6 }),
    content: fc.string(),
    components: fc.oneof(
      fc.array(fc.record({ type: fc.integer({ min: 1, max: 23 }), label: fc.string() })),
      fc.jsonValue(),
    ),
    component: fc.jsonValue(),
    options: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: ["type"] },
);
/** Values that look right now and then, so that what lies deeper is reached too. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(component, { maxLength: 3 }),
  fc.constantFrom("t", "1", "", 0, 64, 1 << 15, null),
);
const names = [
  ...[
    "content",
    "embeds",
    "components",
    "flags",
    "allowed_mentions",
    "nonce",
    "message_reference",
    "attachments",
  ],
  ...[
    "name",
    "description",
    "options",
    "type",
    "message",
    "applied_tags",
    "archived",
    "recipient_id",
    "data",
    "title",
    "custom_id",
  ],
];
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }),
  fc.jsonValue({ maxDepth: 2 }),
);

describe("Whatever is sent", () => {
  it("is taken, or refused with a code and no crash, as described", async () => {
    const unlimited = Number.POSITIVE_INFINITY;
    const guild = await startGuild({ burst: unlimited, perSecond: unlimited, identifyWindowMs: 0 });
    const ana = guild.person("ana");
    const channel = guild.channel("general");
    const places = { CHANNEL: channel, FORUM: guild.forum("help", { tags: ["open"] }), DM: ana.dm };
    const said = await ask(guild, `POST /channels/${channel}/messages`, { content: "t" });
    const place = (name: string) => ({ ...places, MESSAGE: said.body.id })[name] ?? name;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...requests), body, async (request, sent) => {
        const path = request.replace(/CHANNEL|MESSAGE|FORUM|DM/g, (name) => String(place(name)));
        const { status, body: answer } = await ask(guild, path, path.startsWith("GET") ? undefined : sent);
        expect(status).toBeLessThan(500);
        if (status >= 400)
          expect(answer).toMatchObject({ code: expect.any(Number), message: expect.any(String) });
        if (answer.code === 50035) expect(flatten(answer.errors)).not.toEqual([]);
      }),
      { numRuns: propertyRuns(120) },
    );
    // What is sent is wrong on purpose; what comes back may not be.
    if (description)
      expect(breachesIn(description, guild.calls).filter((line) => !line.includes(" request: "))).toEqual([]);
    await guild.close();
  });

  it("is refused with where and why, wherever it is wrong", () => {
    fc.assert(
      fc.property(body, (sent) => {
        for (const schema of [messageBody, modal, command]) {
          const { success, error } = schema.safeParse(sent);
          if (success) continue;
          const complaints = flatten(toErrorTree(error.issues));
          expect(complaints.length).toBeGreaterThan(0);
          for (const complaint of complaints) expect(complaint).toMatch(/(^| )[A-Z][A-Z0-9_]+$/);
        }
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("to the gateway is answered or closed with a code, and harms nobody else", async () => {
    const { guild, ana } = await openGuild();
    const steady = await identify(guild);
    const payload = fc.oneof(
      fc.string(),
      fc
        .record({ op: fc.integer({ min: -1, max: 12 }), d: fc.jsonValue() })
        .map((json) => JSON.stringify(json)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { minLength: 1, maxLength: 4 }), async (texts) => {
        const session = await openSession(guild);
        for (const text of texts) session.sendText(text);
        session.sendText("{");
        expect([4001, 4002, 4003, 4004, 4005, 4007, 4010, 4013, 4014]).toContain(await session.closed);
      }),
      { numRuns: propertyRuns(15) },
    );
    ana.says(ana.dm, "still there?");
    await guild.until(() => steady.events("MESSAGE_CREATE")[0]);
  });
});
