import { describe, expect, it } from "vitest";
import { createManualClock } from "../../../local/shared/clock.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { until } from "../../support/until.ts";
import { deliverLate } from "./deliver-late.ts";
import { openChannel } from "./open-channel.ts";

describe("what is for one person", () => {
  it("stands in the thread for them alone", async () => {
    const { slack, ana, bo, channel, said } = await openChannel("socket");
    const { ts: thread } = ana.says(channel, "hello");
    await deliverLate(slack, { kind: "thread", channel, thread, user: ana.id }, "k", "asker");
    expect(said()).toMatchObject([{ thread, visibleTo: ana.id }]);
    expect(said(channel, bo)).toEqual([]);
  });

  it("waits as long as Slack asks", async () => {
    const { workspace, slack, ana, bo, channel, said } = await openChannel("socket");
    workspace.faults.next({ method: "chat.postEphemeral", kind: "rateLimited", retryAfter: 1 });
    await deliverLate(slack, { kind: "aside", channel, user: ana.id }, "k", "asker");
    expect(said()).toMatchObject([{ visibleTo: ana.id }]);
    expect([...said(channel, bo), ...said(ana.dm)]).toEqual([]);
  });

  it("goes to their direct messages where its outcome is unclear, and to nobody else", async () => {
    const { workspace, slack, ana, bo, channel, said } = await openChannel("socket");
    workspace.faults.next({ method: "chat.postEphemeral", kind: "lostRequest" });
    await deliverLate(slack, { kind: "aside", channel, user: ana.id }, "k", "asker");
    expect(said(ana.dm).length).toBe(1);
    expect(said(channel, bo)).toEqual([]);
  });

  it("goes to their direct messages where the bot is no member", async () => {
    const { workspace, slack, ana, said } = await openChannel("socket");
    const foreign = workspace.channel("foreign", { members: [ana], hasApp: false });
    await deliverLate(slack, { kind: "aside", channel: foreign, user: ana.id }, "k", "asker");
    expect(said(foreign)).toEqual([]);
    expect(said(ana.dm).length).toBe(1);
  });

  it("stands in the App Home, also where Slack asks to wait", async () => {
    const { workspace, slack, ana } = await openChannel("socket");
    workspace.faults.next({ method: "views.publish", kind: "rateLimited", retryAfter: 1 });
    await deliverLate(slack, { kind: "home", user: ana.id });
    expect(JSON.stringify(workspace.home(ana))).toContain("It is <late>.");
  });
});

/** The core, which answers when half an hour has passed. */
function coreOf(clock: ReturnType<typeof createManualClock>): { core: Core; wait: () => Promise<void> } {
  const core = startSmallPack();
  let release = () => {};
  let isAsked = false;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handle: Core["handle"] = async (incoming) => {
    isAsked = true;
    await released;
    return core.handle(incoming);
  };
  const wait = async () => {
    await until(() => isAsked || undefined);
    await clock.advance(31 * 60_000);
    release();
  };
  return { core: { ...core, handle }, wait };
}

describe("a response_url that is no longer good", () => {
  it("is not needed: the answer comes by the Web API, for the same eyes", async () => {
    const clock = createManualClock();
    const { core, wait } = coreOf(clock);
    const { ana, bo, channel, said, answer } = await openChannel("socket", { core, workspace: { clock } });
    await ana.types(channel, "/aws-help I lost my key");
    await wait();
    expect((await answer()).text).toMatch(/^I lost the key/);
    expect(said(channel, bo)).toEqual([]);
  });

  it("is not needed where the bot is no member either: the answer comes as a direct message", async () => {
    const clock = createManualClock();
    const { core, wait } = coreOf(clock);
    const { workspace, ana, answer } = await openChannel("socket", { core, workspace: { clock } });
    const foreign = workspace.channel("foreign", { members: [ana], hasApp: false });
    await ana.types(foreign, "/aws-help I lost my key");
    await wait();
    expect((await answer(ana.dm)).text).toMatch(/^I lost the key/);
  });

  it("leaves a press answered, for the same eyes", async () => {
    const { workspace, ana, bo, channel, said, answer } = await openChannel("socket");
    await ana.types(channel, "/aws-help I lost my key");
    const first = await answer();
    for (let fault = 0; fault < 2; fault += 1) {
      workspace.faults.next({ method: "response_url", kind: "serverError" });
    }
    await ana.presses(first, "Still stuck");
    expect((await answer(channel, 1)).text).toMatch(/^Let's try a few more things/);
    expect(said(channel, bo)).toEqual([]);
  });

  it("that did not say whether it took an answer is asked again, and one answer is seen", async () => {
    const { workspace, ana, channel, said, answer, settled } = await openChannel("socket");
    await ana.types(channel, "/aws-help I lost my key");
    const first = await answer();
    workspace.faults.next({ method: "response_url", kind: "lostAnswer" });
    await ana.presses(first, "Still stuck");
    await settled();
    expect(said().map(({ text }) => text.includes("You chose: Still stuck"))).toEqual([true]);
  });
});

describe("where Slack does not take what was asked for", () => {
  it("an answer that can't be shared says so to who wanted it", async () => {
    const { workspace, ana, bo, channel, said, answer } = await openChannel("socket");
    await ana.types(channel, "/aws-help I lost my key");
    const first = await answer();
    workspace.faults.next({ method: "response_url", kind: "refused", error: "channel_is_read_only" });
    await ana.presses(first, "Share with the channel");
    expect((await answer(channel, 1)).text).toBe(startSmallPack().surface("en").cantShare);
    expect(said(channel, bo)).toEqual([]);
  });

  it("a form that can't be opened says so to who wanted it", async () => {
    const { workspace, ana, channel, answer } = await openChannel("socket");
    await ana.types(channel, "/aws-help");
    const first = await answer();
    workspace.faults.next({ method: "views.open", kind: "refused", error: "expired_trigger_id" });
    await ana.presses(first, "Describe it myself");
    expect((await answer(channel, 1)).text).toBe(startSmallPack().surface("en").formFailed);
  });
});
