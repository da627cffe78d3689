import { describe, expect, it, onTestFinished } from "vitest";
import { createManualClock } from "../../../local/shared/clock.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { until } from "../../support/until.ts";
import { openChannel } from "./open-channel.ts";
import type { Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];

/** The core, which answers nothing until it is released. */
function slowCore() {
  let release = () => {};
  let heard = 0;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const core = startSmallPack();
  const slow: Core = {
    ...core,
    handle: async (incoming) => {
      heard += 1;
      await released;
      return core.handle(incoming);
    },
  };
  onTestFinished(() => release());
  return { core: slow, release, heard: () => heard };
}

describe.each(transports)("while the core is slow, by %s", (transport) => {
  it("commands and shortcuts are acknowledged before it answers", async () => {
    const { core, release, heard } = slowCore();
    const { ana, channel, said, settled } = await openChannel(transport, { core });
    const asked = ana.says(channel, "my window is stuck");
    expect(await ana.types(channel, "/aws-help I lost my key")).toMatchObject({ kind: "acknowledged" });
    expect(await ana.usesShortcut("find_answer", asked)).toEqual({ kind: "acknowledged" });
    await until(() => (heard() >= 2 ? true : undefined));
    release();
    await settled();
    expect(said().length).toBe(2);
  });

  it("a form closes before it answers, and the answer follows", async () => {
    const core = startSmallPack();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Core = {
      ...core,
      handle: async (incoming) => {
        if (incoming.input.kind === "submit") await released;
        return core.handle(incoming);
      },
    };
    const { workspace, ana, channel, answer } = await openChannel(transport, { core: slow });
    await ana.types(channel, "/aws-help");
    await ana.presses(await answer(), "Describe it myself");
    const modal = await workspace.until(() => workspace.modal(ana));
    expect(await ana.submits(modal, { question: "my window is stuck" })).toEqual({ kind: "closed" });
    release();
    expect((await answer(channel, 1)).text).toMatch(/^The window does not open/);
  });
});

describe("an event whose answer takes longer than Slack waits", () => {
  it("comes again and is answered once", async () => {
    const { core, release } = slowCore();
    const clock = createManualClock();
    const { ana, said, settled } = await openChannel("socket", { core, workspace: { clock } });
    ana.says(ana.dm, "I lost my key");
    await clock.advance(3000);
    release();
    await settled();
    expect(said(ana.dm).length).toBe(1);
  });
});

describe("an interaction that nobody knows", () => {
  it("does no harm: an unknown shortcut, and a button of another time", async () => {
    const clock = createManualClock();
    const { ana, channel, said, answer } = await openChannel("socket", { workspace: { clock } });
    const asked = ana.says(channel, "hello");
    const unknown = ana.usesShortcut("of_another_time", asked);
    await clock.advance(3000);
    expect(await unknown).toEqual({ kind: "failed", error: "operation_timeout" });
    await ana.types(channel, "/aws-help I lost my key");
    expect((await answer()).text).toMatch(/^I lost the key/);
    expect(said().length).toBe(1);
  });
});
