import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { listenOnLoopback } from "../../../local/shared/loopback-server.ts";
import { createWorkspaceControlServer } from "../../../local/slack/control-server.ts";
import { connectApp, openWorkspace } from "./connect-app.ts";

async function ask(url: string, order: unknown) {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(order) });
  return z
    .looseObject({ ok: z.boolean(), result: z.unknown().optional(), error: z.string().optional() })
    .parse(await response.json());
}

async function openControl() {
  const opened = await openWorkspace();
  const server = createWorkspaceControlServer(opened.workspace);
  const url = `http://127.0.0.1:${await listenOnLoopback(server, 0)}/`;
  onTestFinished(() => void server.close());
  return { ...opened, ask: (order: unknown) => ask(url, order) };
}

describe("Another process", () => {
  it("lets people act, and waits for what they see", async () => {
    const { workspace, channel, ask } = await openControl();
    await connectApp(workspace, "socket", (app) => {
      app.command("/aws-help", ({ ack }) => ack());
      app.action("go", ({ ack }) => ack());
      app.message(async ({ say }) => {
        const go = {
          type: "button" as const,
          action_id: "go",
          text: { type: "plain_text" as const, text: "Go" },
        };
        await say({ text: "Yes?", blocks: [{ type: "actions", elements: [go] }] });
      });
    });
    const place = { person: "ana", channel };
    expect(await ask({ kind: "types", ...place, command: "/aws-help" })).toEqual({
      ok: true,
      result: { kind: "acknowledged" },
    });
    const said = await ask({ kind: "says", ...place, text: "hello" });
    const { ts } = z.looseObject({ ts: z.string() }).parse(said.result);
    const answer = await ask({ kind: "answer", ...place, ts, milliseconds: 60_000 });
    expect(answer.result).toMatchObject({ text: "Yes?" });
    const answered = z.looseObject({ ts: z.string() }).parse(answer.result);
    expect(await ask({ kind: "presses", ...place, ts: answered.ts, button: "Go" })).toMatchObject({
      result: { kind: "acknowledged" },
    });
    expect((await ask({ kind: "seen", ...place })).result).toHaveLength(2);
    expect((await ask({ kind: "calls" })).result).not.toEqual([]);
    expect((await ask({ kind: "data" })).result).toMatchObject({ channels: expect.any(Array) });
  });

  it("makes people and channels, and says where deliveries go", async () => {
    const { workspace, ask } = await openControl();
    const ben = await ask({ kind: "person", person: "ben" });
    expect(ben.result).toEqual({ id: workspace.person("ben").id, dm: workspace.person("ben").dm });
    const made = await ask({ kind: "channel", name: "help", members: ["ben"] });
    expect(workspace.data.channels.find(({ id }) => id === made.result)).toMatchObject({
      name: "help",
      kind: "public",
    });
    expect(await ask({ kind: "deliverTo", url: "http://127.0.0.1:1/" })).toEqual({ ok: true, result: null });
    expect(await ask({ kind: "opensHome", person: "ben" })).toEqual({ ok: true, result: null });
  });

  it("is told what can't be done", async () => {
    const { channel, ask } = await openControl();
    expect(await ask({ kind: "sings" })).toMatchObject({ ok: false });
    expect(
      await ask({ kind: "picks", person: "ana", channel, ts: "1.0", element: "a", option: "b" }),
    ).toEqual({
      ok: false,
      error: `ana sees no message 1.0 in ${channel}`,
    });
  });

  it("can hold the whole workspace: prints its addresses as one line and ends on SIGTERM", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "local/slack/main.ts"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const [line] = await once(child.stdout, "data");
    const { apiUrl, controlUrl, botToken } = z
      .looseObject({ apiUrl: z.string(), controlUrl: z.string(), botToken: z.string() })
      .parse(JSON.parse(String(line)));
    const test = await fetch(`${apiUrl}auth.test`, { headers: { authorization: `Bearer ${botToken}` } });
    expect(await test.json()).toMatchObject({ ok: true });
    expect(await ask(controlUrl, { kind: "data" })).toMatchObject({ ok: true });
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
