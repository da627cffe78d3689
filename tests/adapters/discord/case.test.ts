import { describe, expect, it } from "vitest";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { readMessage } from "./read-message.ts";
import { labelsOf, shown, startDiscord } from "./start-discord.ts";

const vi = ourKnowledge.strings.get("vi") ?? fail();

function fail(): never {
  throw new Error("Vietnamese is not spoken");
}

const first = { "mfa-device": "app", "mfa-happened": "lost", since: "today", "other-factors": "call" };
const second = { "other-device": "none", reachable: "any-time" };

/** Ana asks in the channel, is stuck, and fills in the first step of the case. */
async function begin() {
  const opened = await startDiscord({ core: startOurs() });
  const { guild, ana, channel, answer } = opened;
  ana.says(channel, "@signpost mất điện thoại rồi, không lấy được mã mfa của root user");
  await ana.presses(await answer(), vi.buttons.stuck);
  await ana.presses(await answer(channel, 1), vi.buttons.createCase);
  const follows = shown(await ana.submits(await guild.until(() => guild.modal(ana)), first));
  return { ...opened, follows };
}

describe("a case on Discord", () => {
  it("goes over several forms to an English draft in the direct messages, with a pointer in the channel", async () => {
    const { guild, ana, bo, channel, answer, said, follows } = await begin();
    expect(labelsOf(follows)).toEqual([vi.surface.formContinue]);
    await ana.presses(follows, vi.surface.formContinue);
    const wrong = shown(
      await ana.submits(await guild.until(() => guild.modal(ana)), { ...second, "email-domain": "quên" }),
    );
    expect(readMessage(wrong)).toContain(vi.caseQuestions.noDomain);
    await ana.presses(wrong, vi.surface.formCorrect);
    const again = await guild.until(() => guild.modal(ana));
    expect(JSON.stringify(again)).toContain("quên");
    const pointer = shown(await ana.submits(again, { ...second, "email-domain": "vi-du.vn" }));
    expect(readMessage(pointer)).toContain(vi.draftWaits);
    const draft = readMessage(await answer(ana.dm));
    expect(draft).toContain("I am the root user of my AWS account");
    expect(draft).toContain("in the domain vi-du.vn");
    expect(said(channel, bo).map(readMessage).join()).not.toContain("vi-du.vn");

    await ana.presses(await answer(ana.dm), vi.buttons.goOn);
    expect(readMessage(await answer(ana.dm, 1))).toContain("Root user MFA device lost");
  });

  it("is shown where they are, to them alone, where their direct messages are closed", async () => {
    const { guild, ana, bo, channel, said, follows } = await begin();
    ana.closesDms();
    await ana.presses(follows, vi.surface.formContinue);
    const draft = shown(await ana.submits(await guild.until(() => guild.modal(ana)), second));
    expect(readMessage(draft)).toContain("I am the root user of my AWS account");
    expect(said(channel, bo).map(readMessage).join()).not.toContain("I am the root user");
  });
});
