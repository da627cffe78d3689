import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { connectApp, openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw, ofType } from "./raw-app.ts";

describe("Socket Mode", () => {
  it("greets with the number of connections, takes ten, and gives each event to one", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const apps = [];
    for (let n = 0; n < 10; n += 1) apps.push(await connectRaw(workspace, true));
    expect(apps.map(({ received }) => received[0]?.num_connections)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const eleventh = await connectRaw(workspace);
    expect(eleventh.received).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }]);
    for (let n = 0; n < 20; n += 1) ana.says(channel, `${n}`);
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    expect(apps.map((app) => ofType(app, "events_api").length)).toEqual(Array.from({ length: 10 }, () => 2));
  });

  it("uses each address once", async () => {
    const { workspace } = await openWorkspace();
    const { body } = await call(workspace, "apps.connections.open", {}, { token: workspace.appToken });
    const open = () =>
      new Promise((resolve) => {
        const socket = new WebSocket(String(body.url));
        onTestFinished(() => socket.terminate());
        socket.on("open", () => resolve("open")).on("error", (error) => resolve(error.message));
      });
    expect(await open()).toBe("open");
    expect(await open()).toBe("Unexpected server response: 403");
  });

  it.each(["dropSockets", "refreshSockets"] as const)(
    "connects Bolt anew after %s, and what was lost comes again",
    async (fault) => {
      const { workspace, clock, ana, channel } = await openWorkspace();
      const heard: string[] = [];
      await connectApp(workspace, "socket", (app) =>
        app.message(async ({ message }) => void heard.push(message.ts)),
      );
      const opened = () => workspace.calls.filter(({ method }) => method === "apps.connections.open").length;
      workspace.faults[fault]();
      const { ts } = ana.says(channel, "still there?");
      await workspace.until(() => (opened() === 2 && workspace.connections() === 1) || undefined);
      await clock.advance(3000);
      await workspace.until(() => heard[0]);
      expect(new Set(heard)).toEqual(new Set([ts]));
    },
  );

  it("says why a connection ends", async () => {
    const { workspace } = await openWorkspace();
    const app = await connectRaw(workspace);
    workspace.faults.refreshSockets("warning");
    workspace.faults.refreshSockets();
    expect((await awaitNth(workspace, app, "disconnect", 1)).reason).toBe("refresh_requested");
    expect((await awaitNth(workspace, app, "disconnect")).reason).toBe("warning");
  });
});
