import { describe, expect, it } from "vitest";
import { openWorkspace } from "./connect-app.ts";
import { listenRaw } from "./listen-raw.ts";
import { awaitNth, connectRaw, ofType } from "./raw-app.ts";

describe("An event that nobody acknowledges", () => {
  it("comes again at once, after 1 and after 5 minutes, and then no more", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace);
    const count = () => ofType(app, "events_api").length;
    const counts: number[] = [];
    const passes = async (milliseconds: number, expected: number) => {
      await clock.advance(milliseconds);
      await workspace.until(() => count() === expected || undefined);
      counts.push(count());
    };
    ana.says(channel, "anybody?");
    await passes(2999, 1);
    await passes(1, 2);
    await passes(3000 + 59_999, 2);
    await passes(1, 3);
    await passes(3000 + 5 * 60_000 - 1, 3);
    await passes(1, 4);
    expect(workspace.pendingEvents()).toBe(1);
    await passes(24 * 60 * 60_000, 4);
    expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4]);
    expect(workspace.pendingEvents()).toBe(0);
    const attempts = ofType(app, "events_api").map(({ retry_attempt, retry_reason, payload }) => [
      retry_attempt,
      retry_reason,
      payload.event_id,
    ]);
    expect(attempts).toEqual([
      [0, "", "Ev0000000001"],
      [1, "timeout", "Ev0000000001"],
      [2, "timeout", "Ev0000000001"],
      [3, "timeout", "Ev0000000001"],
    ]);
  });

  it("says by HTTP which attempt it is and why", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace, [500, 404]);
    ana.says(channel, "anybody?");
    await workspace.until(() => requests[0]);
    for (const [number, wait] of [0, 60_000].entries()) {
      await workspace.until(() => workspace.eventsInFlight() === 0 || undefined);
      await clock.advance(wait);
      await workspace.until(() => requests[number + 1]);
    }
    expect(
      requests.map(({ headers }) => [headers["x-slack-retry-num"], headers["x-slack-retry-reason"]]),
    ).toEqual([
      [undefined, undefined],
      ["1", "http_error"],
      ["2", "http_error"],
    ]);
  });

  it("does not come again when the app asks for that", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace, [500], { "x-slack-no-retry": "1" });
    ana.says(channel, "anybody?");
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    await clock.advance(600_000);
    expect(requests).toHaveLength(1);
  });

  it("waits for an app that was not there", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    ana.says(channel, "anybody?");
    await clock.advance(0);
    await clock.advance(0);
    const app = await connectRaw(workspace, true);
    await clock.advance(60_000);
    expect(await awaitNth(workspace, app, "events_api")).toMatchObject({
      retry_attempt: 2,
      retry_reason: "connection_failed",
    });
  });
});
