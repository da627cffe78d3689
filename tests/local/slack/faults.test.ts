import { webApi } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { connectApp, createClient, openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw, ofType } from "./raw-app.ts";

const method = "chat.postMessage";

describe("A fault on request", () => {
  it("is a 429 with Retry-After, once", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    workspace.faults.next({ method, kind: "rateLimited", retryAfter: 7 });
    const client = createClient(workspace);
    await expect(client.chat.postMessage({ channel, text: "t" })).rejects.toMatchObject({ retryAfter: 7 });
    expect(workspace.messagesSeenBy(ana, channel)).toEqual([]);
    expect(await client.chat.postMessage({ channel, text: "t" })).toMatchObject({ ok: true });
  });

  it.each([
    [{ kind: "serverError" }, { statusCode: 500 }],
    [{ kind: "serverError", status: 503 }, { statusCode: 503 }],
    [{ kind: "refused", error: "internal_error" }, { data: { error: "internal_error" } }],
    [{ kind: "garbled" }, {}],
    [{ kind: "lostRequest" }, { code: webApi.ErrorCode.RequestError }],
  ] as const)("is %o, and nothing was posted", async (fault, error) => {
    const { workspace, ana, channel } = await openWorkspace();
    workspace.faults.next({ method, ...fault });
    await expect(createClient(workspace).chat.postMessage({ channel, text: "t" })).rejects.toMatchObject(
      error,
    );
    expect(workspace.messagesSeenBy(ana, channel)).toEqual([]);
  });

  it("is an answer lost after the work was done, which the SDK repeats", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    workspace.faults.next({ method, kind: "lostAnswer" });
    const retrying = new webApi.WebClient(workspace.botToken, {
      slackApiUrl: workspace.apiUrl,
      retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 1 },
      logLevel: webApi.LogLevel.ERROR,
    });
    await retrying.chat.postMessage({ channel, text: "twice" });
    expect(workspace.messagesSeenBy(ana, channel)).toMatchObject([{ text: "twice" }, { text: "twice" }]);
  });

  it("is a slow answer, by the clock", async () => {
    const { workspace, clock, channel } = await openWorkspace();
    workspace.faults.next({ method, kind: "slow", ms: 10_000 });
    let isAnswered = false;
    const posted = call(workspace, method, { channel, text: "t" }).then(() => {
      isAnswered = true;
    });
    await call(workspace, "auth.test", {});
    expect(isAnswered).toBe(false);
    await workspace.until(() => {
      void clock.advance(1000);
      return isAnswered || undefined;
    });
    await posted;
    expect(clock.now()).toBeGreaterThanOrEqual(1_700_000_010_000);
  });

  it("strikes the method it was asked for, in the order asked", async () => {
    const { workspace, channel } = await openWorkspace();
    workspace.faults.next({ method, kind: "refused", error: "fatal_error" });
    workspace.faults.next({ method, kind: "refused", error: "internal_error" });
    expect((await call(workspace, "auth.test")).body.ok).toBe(true);
    expect((await call(workspace, method, { channel, text: "t" })).body.error).toBe("fatal_error");
    expect((await call(workspace, method, { channel, text: "t" })).body.error).toBe("internal_error");
  });

  it("strikes response_url too, where Bolt's respond() throws", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const thrown: unknown[] = [];
    await connectApp(workspace, "http", (app) =>
      app.command("/aws-help", async ({ ack, respond }) => {
        await ack();
        await respond("t").catch((error: unknown) => thrown.push(error));
      }),
    );
    workspace.faults.next({ method: "response_url", kind: "serverError" });
    await ana.types(channel, "/aws-help");
    await workspace.until(() => thrown[0]);
    expect(workspace.messagesSeenBy(ana, channel)).toEqual([]);
  });

  it("is an event delivered twice with the same id", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    workspace.faults.duplicateNextEvent();
    ana.says(channel, "once");
    ana.says(channel, "and once more");
    await awaitNth(workspace, app, "events_api", 2);
    const ids = ofType(app, "events_api").map(({ payload }) => payload.event_id);
    expect(ids).toEqual(["Ev0000000001", "Ev0000000001", "Ev0000000002"]);
  });

  it.each([
    ["reversed", ["3", "2", "1"]],
    ["original", ["1", "2", "3"]],
  ] as const)("is events held back and released with their order %s", async (order, texts) => {
    const { workspace, clock, ana, channel } = await openWorkspace();
    const app = await connectRaw(workspace, true);
    workspace.faults.holdEvents();
    for (const text of ["1", "2", "3"]) ana.says(channel, text);
    await clock.advance(10_000);
    expect(ofType(app, "events_api")).toEqual([]);
    workspace.faults.releaseEvents(order);
    await awaitNth(workspace, app, "events_api", 2);
    expect(ofType(app, "events_api").map(({ payload }) => payload.event.text)).toEqual(texts);
  });
});
