import { InteractionResponseType as Type } from "discord.js";
import { describe, expect, it } from "vitest";
import { applyResult } from "../../../../adapters/discord/responding/response-state.ts";

const open = { kind: "open" } as const;
const accepted = { kind: "accepted" } as const;
const alreadyResponded = { kind: "alreadyResponded" } as const;

describe("the state of an interaction", () => {
  it.each([
    [Type.DeferredChannelMessageWithSource, "deferred"],
    [Type.DeferredMessageUpdate, "responded"],
    [Type.ChannelMessageWithSource, "responded"],
    [Type.UpdateMessage, "responded"],
    [Type.Modal, "responded"],
  ])("after type %i was accepted is %s", (type, kind) => {
    expect(applyResult(open, type, accepted)).toEqual({ state: { kind }, isAccepted: true });
  });

  it("remembers a deferral of unknown outcome", () => {
    const type = Type.DeferredMessageUpdate;
    expect(applyResult(open, type, { kind: "unconfirmed", error: "lost" })).toEqual({
      state: { kind: "open", unconfirmed: type },
      isAccepted: false,
    });
  });

  it("counts an existing response as this one", () => {
    expect(applyResult(open, Type.ChannelMessageWithSource, alreadyResponded)).toEqual({
      state: { kind: "responded" },
      isAccepted: true,
    });
  });

  it("counts an existing response as the deferral before it", () => {
    const deferred = { ...open, unconfirmed: Type.DeferredChannelMessageWithSource };
    expect(applyResult(deferred, Type.ChannelMessageWithSource, alreadyResponded)).toEqual({
      state: { kind: "deferred" },
      isAccepted: false,
    });
  });
});
