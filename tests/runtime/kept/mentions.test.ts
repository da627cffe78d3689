import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbout, nameParts } from "../../../src/runtime/kept/mentions.ts";

const minh = nameParts("slack/T1/U456");

describe("a value that nobody knows", () => {
  it.each([
    ["the person in its key", "helper/slack/T1/U456", ""],
    ["the person as its value", "seen/slack/C1", "slack/T1/U456"],
    ["the platform's id in its key", "adapter/slack/direct/U456", "1790.01"],
    ["the platform's id within JSON", "adapter/slack/thread/1790.01", '{"members":[{"id":"U456"}]}'],
    ["an address", "owner-address/slack/T1/C1/1", '{"adapter":"slack","data":"{\\"user\\":\\"U456\\"}"}'],
    ["the platform's id as a key within JSON", "adapter/slack/seen", '{"U456":1}'],
  ])("is about a person with %s", (_, key, value) => {
    expect(isAbout(minh, key, value)).toBe(true);
  });

  it.each([
    ["a longer id", "adapter/slack/direct/U4567", '{"user":"U4567"}'],
    ["the id within words", "adapter/slack/note", "the code U456 is refused"],
    ["the same id on another platform", "adapter/discord/dm/1", '{"user":"U456"}'],
    ["a workspace of that name", "helper/slack/U4/T1", ""],
  ])("is not about a person with %s", (_, key, value) => {
    expect(isAbout(minh, key, value)).toBe(false);
  });

  it("is about the person whose id is put anywhere into any JSON, as a text of its own", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("U456", "slack/T1/U456"), (other, id) => {
        const inside = JSON.stringify({ other, data: JSON.stringify([other, { user: id }]) });
        expect(isAbout(minh, "adapter/slack/x", inside)).toBe(true);
      }),
    );
  });
});
