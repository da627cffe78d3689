import { describe, expect, it } from "vitest";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { labelsOf } from "./labels-of.ts";
import { openChannel } from "./open-channel.ts";
import { readMessage } from "./read-message.ts";

const vi = ourKnowledge.strings.get("vi") ?? fail();

function fail(): never {
  throw new Error("the knowledge lacks what this test needs");
}

describe("a case on Slack", () => {
  it("goes from a Vietnamese question in a channel to an English draft in the direct messages", async () => {
    const { workspace, ana, bo, channel, answer, said } = await openChannel("socket", { core: startOurs() });
    ana.says(channel, "@signpost mất điện thoại rồi, không lấy được mã mfa của root user");
    await ana.presses(await answer(), vi.buttons.stuck);
    const stuck = await answer(channel, 1);
    await ana.presses(stuck, vi.buttons.createCase);

    const first = await workspace.until(() => workspace.modal(ana));
    const wrong = await ana.submits(first, { "mfa-device": "app" });
    expect(wrong).toMatchObject({ kind: "incomplete" });
    const updated = await ana.submits(first, {
      "mfa-device": "app",
      "mfa-happened": "lost",
      since: "today",
      "other-factors": "call",
    });
    expect(updated).toMatchObject({ kind: "updated" });
    const second = await workspace.until(() => workspace.modal(ana));
    const answers = { "other-device": "none", reachable: "any-time" };
    expect(await ana.submits(second, { ...answers, "email-domain": "không nhớ" })).toEqual({
      kind: "errors",
      errors: { "email-domain": vi.caseQuestions.noDomain },
    });
    expect(await ana.submits(second, { ...answers, "email-domain": "minh@vi-du.vn" })).toEqual({
      kind: "closed",
    });

    const draft = readMessage(await answer(ana.dm));
    expect(draft).toContain("I am the root user of my AWS account");
    expect(draft).toContain("The root user's email address is in the domain vi-du.vn.");
    expect(draft).not.toContain("minh@");
    const pointer = await answer(channel, 2);
    expect(pointer.visibleTo).toBe(ana.id);
    expect(readMessage(pointer).trim()).toBe(vi.draftWaits);
    expect(said(channel, bo).map(readMessage).join()).not.toContain("vi-du.vn");

    await ana.presses(await answer(ana.dm), vi.buttons.goOn);
    const door = await answer(ana.dm, 1);
    expect(readMessage(door)).toContain("Root user MFA device lost");
    await ana.presses(door, vi.buttons.sent);
    const sent = await workspace.until(() => workspace.modal(ana));
    await ana.submits(sent, { "case-id": "172345678900123" });
    expect(readMessage(await answer(ana.dm, 2))).toContain("172345678900123");
  });

  it("shows the draft where its pointer is pressed, to who pressed it", async () => {
    const { workspace, ana, channel, answer } = await openChannel("http", { core: startOurs() });
    const shown = (label: string) =>
      workspace.until(() =>
        workspace.messagesSeenBy(ana, channel).find((message) => labelsOf(message).includes(label)),
      );
    await ana.types(channel, "/aws-help no sms comes to verify my new account");
    await ana.presses(await answer(), "Still stuck");
    await ana.presses(await shown("Create support case"), "Create support case");
    const first = await workspace.until(() => workspace.modal(ana));
    await ana.submits(first, {
      "phone-country": "vietnam",
      "code-way": "both",
      since: "today",
      "payment-kind": "debit",
    });
    const second = await workspace.until(() => workspace.modal(ana));
    await ana.submits(second, { "other-number": "no", reachable: "any-time" });
    await answer(ana.dm);
    await ana.presses(await shown("Show it here"), "Show it here");
    const draft = await workspace.until(() =>
      workspace
        .messagesSeenBy(ana, channel)
        .find((message) => readMessage(message).includes("country code +84")),
    );
    expect(draft.visibleTo).toBe(ana.id);
  });
});
