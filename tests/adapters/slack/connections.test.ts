import { describe, expect, it } from "vitest";
import { createManualClock } from "../../../local/shared/clock.ts";
import { openChannel } from "./open-channel.ts";

describe("Socket Mode", () => {
  it("holds two connections and ends both", async () => {
    const { workspace, slack } = await openChannel("socket");
    expect(workspace.connections()).toBe(2);
    await slack.stop();
    await workspace.until(() => (workspace.connections() === 0 ? true : undefined));
  });

  it("comes back when the connections drop, and answers what was asked meanwhile", async () => {
    const clock = createManualClock();
    const { workspace, ana, answer } = await openChannel("socket", { workspace: { clock } });
    workspace.faults.dropSockets();
    await workspace.until(() => (workspace.connections() === 0 ? true : undefined));
    ana.says(ana.dm, "I lost my key");
    await workspace.until(() => (workspace.connections() === 2 ? true : undefined));
    await clock.advance(60_000);
    expect((await answer(ana.dm)).text).toMatch(/^I lost the key/);
  });

  it("connects anew when Slack asks for it", async () => {
    const { workspace, ana, answer } = await openChannel("socket");
    workspace.faults.refreshSockets();
    await workspace.until(() => (workspace.connections() === 0 ? true : undefined));
    await workspace.until(() => (workspace.connections() === 2 ? true : undefined));
    ana.says(ana.dm, "I lost my key");
    expect((await answer(ana.dm)).text).toMatch(/^I lost the key/);
  });
});
