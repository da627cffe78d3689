import { describe, expect, it, onTestFinished } from "vitest";
import { createManualClock, type ManualClock } from "../../../local/shared/clock.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { until } from "../../support/until.ts";
import { openChannel } from "./open-channel.ts";
import { startBot, type Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];
const minute = 60_000;

/** The core over a store that does not take events until it is repaired. */
function brokenCore() {
  const store = createMemoryStore(Date.now);
  let isBroken = true;
  const claim: Store["claim"] = async (...event) => {
    if (isBroken) throw new Error("the disk is full");
    return store.claim(...event);
  };
  const repair = () => {
    isBroken = false;
  };
  return { core: startSmallPack({ ...store, claim }), repair };
}

describe.each(transports)("an event, by %s", (transport) => {
  it("that comes twice is answered once", async () => {
    const { workspace, ana, said, settled } = await openChannel(transport);
    workspace.faults.duplicateNextEvent();
    ana.says(ana.dm, "I lost my key");
    await settled();
    expect(said(ana.dm).length).toBe(1);
  });

  it("that the store does not take is not acknowledged, comes again and is answered once", async () => {
    const { core, repair } = brokenCore();
    const clock = createManualClock();
    const { workspace, ana, said, settled } = await openChannel(transport, { core, workspace: { clock } });
    ana.says(ana.dm, "I lost my key");
    if (transport === "socket") await clock.advance(3000);
    expect(said(ana.dm)).toEqual([]);
    expect(workspace.pendingEvents()).toBe(1);
    repair();
    await retryEvents(workspace, clock);
    await settled();
    expect(said(ana.dm).length).toBe(1);
  });

  it("that comes before an earlier one is answered as well", async () => {
    const { workspace, ana, bo, said, settled } = await openChannel(transport);
    workspace.faults.holdEvents();
    const first = ana.says(ana.dm, "I lost my key");
    bo.says(bo.dm, "I lost my key");
    ana.says(ana.dm, "my window is stuck", { thread: first.ts });
    workspace.faults.releaseEvents("reversed");
    await settled();
    expect(said(bo.dm, bo).length).toBe(1);
    const texts = said(ana.dm).map(({ text }) => text.split("\n")[0]);
    expect(texts.toSorted()).toEqual(["I lost the key", "The window does not open"]);
  });

  it("that was missed while the bot was away is answered when it is back", async () => {
    const clock = createManualClock();
    const { workspace, slack, ana, said } = await openChannel(transport, { workspace: { clock } });
    await slack.stop();
    await workspace.until(() => (workspace.connections() === 0 ? true : undefined));
    ana.says(ana.dm, "I lost my key");
    await startBot(workspace, { transport, core: startSmallPack() });
    await retryEvents(workspace, clock);
    await workspace.until(() => said(ana.dm)[0]);
    expect(said(ana.dm).length).toBe(1);
  });
});

/** Lets the minutes pass after which Slack tries again, until every event is acknowledged. */
async function retryEvents(workspace: Workspace, clock: ManualClock): Promise<void> {
  for (const wait of [0, minute, 5 * minute]) {
    await until(() => (workspace.eventsInFlight() === 0 ? true : undefined));
    await clock.advance(wait);
  }
  await until(() => (workspace.pendingEvents() === 0 ? true : undefined));
}

describe.each(transports)("a restart in between, by %s", (transport) => {
  it("leaves the buttons at work and answers no event again", async () => {
    const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
    onTestFinished(() => workspace.close());
    const store = createMemoryStore(Date.now);
    const ana = workspace.person("ana");
    const said = () => workspace.messagesSeenBy(ana, ana.dm).filter(({ botId }) => botId !== undefined);
    const before = await startBot(workspace, { transport, core: startSmallPack(store) });
    ana.says(ana.dm, "I lost my key");
    const answer = await workspace.until(() => said()[0]);
    await before.slack.stop();
    const { slack } = await startBot(workspace, { transport, core: startSmallPack(store) });
    expect(await ana.presses(answer, "Still stuck")).toEqual({ kind: "acknowledged" });
    await slack.stop();
    expect(said().map(({ text }) => text.split(/[\n.]/)[0])).toEqual([
      "I lost the key",
      "Let's try a few more things",
    ]);
  });
});
