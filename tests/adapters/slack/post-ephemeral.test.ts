import { describe, expect, it } from "vitest";
import { createPostEphemeral } from "../../../adapters/slack/sending/post-ephemeral.ts";
import { deliveryTo, openWebApi } from "./open-web-api.ts";

describe("postEphemeral", () => {
  it("shows an answer to one person, once per key", async () => {
    const { context, ana, bo, channel, seenBy } = await openWebApi();
    const postEphemeral = createPostEphemeral(context);
    const target = { channel, user: ana.id };
    await postEphemeral(target, deliveryTo("asker", "1"));
    await postEphemeral(target, deliveryTo("asker", "1"));
    await postEphemeral(target, deliveryTo("asker", "2"));
    expect(seenBy().map(({ visibleTo }) => visibleTo)).toEqual([ana.id, ana.id]);
    expect(seenBy(bo)).toEqual([]);
  });

  it("does not retry if the outcome is unknown, and the key may be sent again", async () => {
    const { workspace, context, ana, channel, seenBy } = await openWebApi();
    const postEphemeral = createPostEphemeral(context);
    const target = { channel, user: ana.id };
    workspace.faults.next({ method: "chat.postEphemeral", kind: "lostRequest" });
    await expect(postEphemeral(target, deliveryTo("asker"))).rejects.toThrow("unknown");
    await postEphemeral(target, deliveryTo("asker"));
    expect(seenBy().length).toBe(1);
  });
});
