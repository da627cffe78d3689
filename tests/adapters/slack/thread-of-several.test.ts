import { describe, expect, it } from "vitest";
import { labelsOf } from "./labels-of.ts";
import { openChannel } from "./open-channel.ts";

const stuck = "still not working";

describe("in a thread of several people the bot keeps quiet until it is addressed, also where", () => {
  it("somebody else wrote before it was mentioned", async () => {
    const { ana, bo, channel, said, answer, settled } = await openChannel("socket");
    const { ts: thread } = ana.says(channel, "something is odd here");
    bo.says(channel, "what do you mean", { thread });
    ana.says(channel, "@signpost I lost my key", { thread });
    await answer();
    ana.says(channel, stuck, { thread });
    await settled();
    expect(said().length).toBe(1);
  });

  it("it was mentioned under somebody else's message", async () => {
    const { ana, bo, channel, said, answer, settled } = await openChannel("socket");
    const { ts: thread } = bo.says(channel, "does anybody know about keys");
    ana.says(channel, "@signpost I lost my key", { thread });
    await answer();
    ana.says(channel, stuck, { thread });
    await settled();
    expect(said().length).toBe(1);
  });

  it("its answer was removed", async () => {
    const { workspace, ana, channel, said, answer, settled } = await openChannel("socket");
    const { ts: thread } = ana.says(channel, "@signpost I lost my key");
    const shown = await answer();
    const text = { type: "plain_text", text: "Remove" };
    const element = { type: "button", action_id: "press-0", value: "1.remove.lost-key.en", text };
    await fetch(`${workspace.apiUrl}chat.update`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${workspace.botToken}` },
      body: JSON.stringify({
        channel,
        ts: shown.ts,
        text: "x",
        blocks: [{ type: "actions", elements: [element] }],
      }),
    });
    await ana.presses(said()[0] ?? shown, "Remove");
    await workspace.until(() => (said().length === 0 ? true : undefined));
    ana.says(channel, stuck, { thread });
    await settled();
    expect(said()).toEqual([]);
  });
});

describe("a press", () => {
  it("that comes twice at once is one press", async () => {
    const { ana, channel, said, answer, settled } = await openChannel("socket");
    ana.says(channel, "@signpost I lost my key");
    const first = await answer();
    await Promise.all([ana.presses(first, "Still stuck"), ana.presses(first, "Still stuck")]);
    await answer(channel, 1);
    await settled();
    expect(said().length).toBe(2);
  });

  it("where the bot may no longer write is answered in the direct messages", async () => {
    const { workspace, ana, channel, answer } = await openChannel("socket");
    ana.says(channel, "@signpost I lost my key");
    const first = await answer();
    workspace.archive(channel);
    await ana.presses(first, "Still stuck");
    expect((await answer(ana.dm)).text).toMatch(/^Let's try a few more things/);
  });
});

describe("what is shared", () => {
  it("from a private answer in a thread goes to that thread", async () => {
    const { ana, bo, channel, said, answer, workspace } = await openChannel("socket");
    const { ts: thread } = bo.says(channel, "look here");
    const asked = bo.says(channel, "my window is stuck", { thread });
    await ana.usesShortcut("find_answer", asked);
    const shown = await answer();
    expect(labelsOf(shown)).toContain("Share with the channel");
    await ana.presses(shown, "Share with the channel");
    const shared = await workspace.until(() => said(channel, bo)[0]);
    expect(shared.thread).toBe(thread);
  });
});

describe("the App Home", () => {
  it("keeps what stands there when it is opened again", async () => {
    const { workspace, ana } = await openChannel("socket");
    ana.opensHome();
    const home = await workspace.until(() => workspace.home(ana));
    await ana.presses(home, "A key");
    await workspace.until(() =>
      JSON.stringify(workspace.home(ana)).includes("Keys turn up.") ? true : undefined,
    );
    ana.opensHome();
    await workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
    expect(JSON.stringify(workspace.home(ana))).toContain("Keys turn up.");
  });
});
