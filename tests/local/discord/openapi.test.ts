import { describe, expect, it } from "vitest";
import type { RestCall } from "../../../local/discord/server.ts";
import { openGuild } from "./connect-app.ts";
import { findBreaches } from "./openapi/conforms.ts";
import { breachesIn, description, takes } from "./openapi/description.ts";
import { ask } from "./raw.ts";

describe.skipIf(!description)("Discord's own API description (skipped without DISCORD_OPENAPI)", () => {
  const api = description ?? {};

  it("is held against what was asked and answered, and finds what differs", async () => {
    const { guild, channel } = await openGuild();
    await ask(guild, `POST /channels/${channel}/messages`, { content: "t" });
    const [made] = guild.calls;
    if (!made) throw new Error("no call");
    const breaches = (fields: Partial<RestCall>) => breachesIn(api, [{ ...made, ...fields }]);
    expect(breaches({})).toEqual([]);
    const name = "POST /channels/{channel}/messages 200";
    expect(breaches({ body: { content: 1 } })).toEqual([`${name} request/content: 1 is no string or null`]);
    expect(breaches({ answer: { ...guild.data, content: "t" } })).toContain(
      `${name} answer/author: is missing`,
    );
    expect(breaches({ path: "/nowhere", name: "GET /nowhere" })).toEqual(["GET /nowhere is not described"]);
  });

  it("refuses what is over a limit", () => {
    const request = { method: "POST", path: "/channels/1/messages" };
    expect(takes(api, { ...request, body: { content: "t" } })).toBe(true);
    expect(takes(api, { ...request, body: { content: "x".repeat(4001) } })).toBe(false);
  });
});

describe("Conforming to a schema", () => {
  const text = { type: ["string", "null"], minLength: 1, maxLength: 3 };

  it.each<[object, unknown, readonly string[]]>([
    [text, "abc", []],
    [text, null, []],
    [text, 1, [": 1 is no string or null"]],
    [text, "abcd", [": a length of 4 is outside 1 to 3"]],
    [{ type: "string", format: "snowflake" }, "x", [': "x" is no snowflake']],
    [{ type: "integer", minimum: 1, maximum: 2 }, 3, [": 3 is outside 1 to 2"]],
    [{ type: "integer" }, 1.5, [": 1.5 is no integer"]],
    [{ const: 1 }, 2, [": 2 is not 1"]],
    [{ enum: [1, 2] }, 3, [": 3 is none of [1,2]"]],
    [{ oneOf: [{ type: "null" }, { type: "string" }] }, "a", []],
    [{ oneOf: [{ const: 1 }, { const: 2 }] }, 3, [": 3 is not 1"]],
    [{ allOf: [{ type: "object", required: ["a"] }] }, {}, ["/a: is missing"]],
    [
      { type: "array", items: text, maxItems: 1 },
      ["a", 2],
      [": 2 items is outside nothing to 1", "/1: 2 is no string or null"],
    ],
    [{ type: "array", uniqueItems: true }, ["a", "a"], [": something is there twice"]],
    [{ type: "object", additionalProperties: false }, { a: 1 }, ["/a: is not described"]],
    [{ $ref: "#/a" }, 1, [": 1 is no boolean"]],
  ])("%j with %j", (schema, value, breaches) => {
    expect(findBreaches({ ...schema }, value, () => ({ type: "boolean" }))).toEqual(breaches);
  });
});
