import { describe, expect, it } from "vitest";
import type { Handover } from "../../../src/cases/handover.ts";
import { newState } from "../../../src/conversation/state.ts";
import type { TurnResult } from "../../../src/conversation/types.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import { sessionWrites } from "../../../src/runtime/session/session-writes.ts";
import { ask } from "../../support/small-assistant.ts";

const answer: Reply = {
  kind: "answer",
  answer: { locale: "en", blocks: [], buttons: [] },
  audience: "all",
};
const silence: Reply = { kind: "silence", because: "nobody asked the bot" };

/** The values that a turn writes, by key. */
function written(
  reply: Reply,
  {
    writers,
    owner,
    isTeamSide = false,
    ...changes
  }: { writers?: string; owner?: string; isTeamSide?: boolean } & Partial<TurnResult> = {},
  incoming: Incoming = ask("e1", "hello", { place: "channel" }),
): Readonly<Record<string, string>> {
  const result = { state: newState, reply, effects: [], facts: [], ...changes };
  const writes = sessionWrites(incoming, result, { owner, writers, isTeamSide });
  return Object.fromEntries(writes.map((write) => (write.kind === "set" ? [write.key, write.value] : [])));
}

describe("the writes of a turn", () => {
  it("are the state, the owner with their address, and the author of the first message in a channel", () => {
    expect(written(answer)).toEqual({
      "state/c1/p1": JSON.stringify(newState),
      "owner/c1": "p1",
      "owner-address/c1": JSON.stringify({ adapter: "terminal", data: "here" }),
      "writers/c1": "p1",
    });
  });

  it("learn the address of an owner whom an earlier version stored without, and of nobody else", () => {
    expect(Object.keys(written(answer, { owner: "p1" }))).toContain("owner-address/c1");
    expect(Object.keys(written(answer, { owner: "p2" }))).not.toContain("owner-address/c1");
  });

  it("remember who acted for the team", () => {
    const handover: Handover = {
      id: "h1",
      person: "minh",
      locale: "en",
      address: { adapter: "terminal", data: "there" },
      at: 0,
      isClosed: false,
    };
    expect(written(answer, { handover, isTeamSide: true })).toMatchObject({ "helper/p1": "yes" });
    expect(Object.keys(written(answer, { handover }))).not.toContain("helper/p1");
  });

  it("leave the owner as it is", () => {
    expect(Object.keys(written(answer, { owner: "p2" }))).not.toContain("owner/c1");
  });

  it("are the author alone if the bot stayed silent", () => {
    expect(written(silence)).toEqual({ "writers/c1": "p1" });
  });

  it("say that several write as soon as a second one does, and then no more", () => {
    expect(written(silence, { writers: "p2" })).toEqual({ "writers/c1": "*" });
    expect(written(silence, { writers: "*" })).toEqual({});
    expect(written(silence, { writers: "p1" })).toEqual({});
  });

  it("hold no authors of a direct message", () => {
    expect(written(silence, {}, ask("e1", "hello", { place: "private" }))).toEqual({});
  });

  it("make a conversation whose answer was removed one of several, so that the bot stays quiet", () => {
    const press = ask("e1", "", { place: "channel", input: { kind: "press", token: "1.remove.-.en" } });
    expect(written({ kind: "remove" }, { owner: "p1" }, press)).toMatchObject({ "writers/c1": "*" });
  });

  it("hold a chosen language, for all conversations of the person", () => {
    expect(written(answer, { chosen: "vi" })).toMatchObject({ "locale/p1": "vi" });
  });

  it("empty the drafts that are to be deleted", () => {
    expect(written(answer, { drafts: "none" })).toMatchObject({ "drafts/p1": "" });
  });
});
