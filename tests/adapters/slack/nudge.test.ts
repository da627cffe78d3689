import { describe, expect, it } from "vitest";
import { startWaiting } from "../../support/waiting-pack.ts";
import { labelsOf } from "./labels-of.ts";
import { openChannel } from "./open-channel.ts";

const asks = "Did that help? My last answer was about “I lost the key”.";

/** A workspace whose help channel the bot watches, and the hours that pass. */
async function open() {
  const waiting = startWaiting();
  let help = "";
  const opened = await openChannel("socket", {
    core: waiting.core,
    prepare: (workspace) => {
      help = workspace.channel("help", { members: [workspace.person("ana"), workspace.person("bo")] });
      return { SLACK_HELP_CHANNELS: `${help}:all` };
    },
  });
  waiting.run(opened.slack);
  const { workspace } = opened;
  /** Waits until Slack knows that everything it told has arrived. */
  const arrived = () => workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
  return { ...opened, ...waiting, help, arrived };
}

describe("on Slack, an answer that gets no reaction", () => {
  it("is asked about once in direct messages, with two buttons, and a press there leads on", async () => {
    const { workspace, ana, answer, said, passes } = await open();
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
    await passes(2);
    expect(said(ana.dm).length).toBe(1);
    await passes(1);
    const asked = await answer(ana.dm, 1);
    expect(asked.text).toContain(asks);
    expect(labelsOf(asked)).toEqual(["Solved", "Still stuck"]);
    await passes(1);
    expect(said(ana.dm).length).toBe(2);
    await ana.presses(asked, "Still stuck");
    expect((await answer(ana.dm, 2)).text).toContain("Look once more");
    expect(workspace.data.warnings).toEqual([]);
  });

  it("is asked about in the thread that the answer began, for everybody who reads there", async () => {
    const { ana, bo, help, answer, said, passes } = await open();
    const { ts: thread } = ana.says(help, "@signpost I lost my key");
    await answer(help);
    await passes(3);
    expect(await answer(help, 1)).toMatchObject({ thread, text: expect.stringContaining(asks) });
    expect(said(help, bo).length).toBe(2);
    ana.says(help, "yes", { thread });
    expect((await answer(help, 2)).text).toContain("Glad");
  });

  it("is left alone where somebody else has written, or began the thread", async () => {
    const { ana, bo, help, answer, said, passes, arrived, waits } = await open();
    const { ts: thread } = ana.says(help, "@signpost I lost my key");
    await answer(help);
    bo.says(help, "mine too", { thread });
    await arrived();
    await passes(3);
    const { ts: others } = bo.says(help, "good morning");
    ana.says(help, "@signpost I lost my key", { thread: others });
    await answer(help, 1);
    await passes(3);
    expect(said(help).length).toBe(2);
    expect(await waits()).toEqual([]);
  });

  it("is left alone in the App Home and under a command", async () => {
    const { ana, channel, answer, store, waits } = await open();
    await ana.types(channel, "/aws-help I lost my key");
    await answer(channel);
    expect(await store.find({ startsWith: "state/" })).toHaveLength(1);
    expect(await waits()).toEqual([]);
  });

  it("is asked about nowhere else where Slack refuses it there", async () => {
    const { workspace, ana, help, answer, said, passes, store } = await open();
    ana.says(help, "@signpost I lost my key");
    await answer(help);
    workspace.faults.next({ method: "chat.postMessage", kind: "refused", error: "is_archived" });
    await passes(3);
    expect([said(help).length, said(ana.dm).length]).toEqual([1, 0]);
    expect(await store.claimed()).toEqual([]);
  });
});
