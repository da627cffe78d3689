import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { platforms } from "../../adapters/platforms.ts";
import { startWorkspace } from "../../local/slack/workspace.ts";
import { readConfig } from "../../src/app/config.ts";
import { followConnections } from "../../src/app/connections.ts";
import { createHttp } from "../../src/app/http.ts";
import { createReadiness, type Stage } from "../../src/app/readiness.ts";
import { readinessPage } from "../../src/app/readiness-page.ts";
import { serve } from "../../src/app/serve.ts";
import { createLog } from "../../src/insight/log.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { versionOf } from "../../src/knowledge/version.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { startService } from "./metrics/start-service.ts";

const working = createMemoryStore(Date.now);
const noon = Date.UTC(2026, 10, 20, 12);
const read = (files: Readonly<Record<string, string>>) =>
  loadKnowledge(writeFiles(files), { languages: ["en"] });

function adapter(name: string, isReceiving?: () => boolean, whatIsAway?: () => string): Adapter {
  return {
    name,
    start: async () => {},
    deliver: async () => undefined,
    stop: async () => {},
    ...(isReceiving && { isReceiving }),
    ...(whatIsAway && { whatIsAway }),
  };
}

interface Given {
  readonly stage?: Stage;
  readonly store?: Store;
  readonly isLoaded?: boolean;
  readonly adapters?: readonly Adapter[];
}

/** The page over these parts, as it is read with some headers. */
async function openPage({ stage = "running", store = working, isLoaded = true, adapters = [] }: Given) {
  const connections = followConnections(adapters, () => noon);
  const knowledge = isLoaded ? read(smallPack) : undefined;
  const check = createReadiness({
    stage: () => stage,
    store,
    knowledge: () => knowledge,
    platforms: adapters.map(({ name }) => name),
    connections: connections.current,
  });
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  http.mount("/readyz", readinessPage(check));
  const url = `http://127.0.0.1:${await http.listen()}/readyz`;
  onTestFinished(async () => {
    connections.stop();
    await http.close();
  });
  return async (headers: Readonly<Record<string, string>> = {}, query = "") => {
    const response = await fetch(`${url}${query}`, { headers });
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      body: await response.text(),
    };
  };
}

describe("/readyz", () => {
  it("is one word where nothing is missing", async () => {
    const open = await openPage({ adapters: [adapter("slack"), adapter("discord", () => true)] });
    expect(await open()).toEqual({ status: 200, type: "text/plain; charset=utf-8", body: "ready\n" });
  });

  it("names everything that is missing, one reason a line", async () => {
    const store = { ...working, check: async () => "disk full" };
    const adapters = [adapter("slack", () => false), adapter("discord", () => false)];
    const { status, body } = await (await openPage({ isLoaded: false, store, adapters }))();
    expect(status).toBe(503);
    expect(body.split("\n")).toEqual([
      "the knowledge is not loaded yet",
      "the store can't be written: disk full",
      "slack is not connected since 2026-11-20T12:00:00.000Z",
      "discord is not connected since 2026-11-20T12:00:00.000Z",
      "",
    ]);
  });

  it("says what of a platform is away, unless it is connected", async () => {
    const away = "shard 1 is away, of shards 0 to 2";
    let isConnected = false;
    const open = await openPage({
      adapters: [
        adapter(
          "discord",
          () => isConnected,
          () => away,
        ),
      ],
    });
    const since = "2026-11-20T12:00:00.000Z";
    expect((await open()).body).toBe(`discord is not connected since ${since}: ${away}\n`);
    expect(JSON.parse((await open({}, "?format=json")).body)).toMatchObject({
      platforms: [{ name: "discord", connected: false, since, away }],
    });
    isConnected = true;
    expect((await open()).body).toBe("ready\n");
    expect((await open({}, "?format=json")).body).not.toContain("away");
  });

  it("does not wait for a store that does not answer", async () => {
    const store = { ...working, check: () => new Promise<undefined>(() => {}) };
    const { status, body } = await (await openPage({ store }))();
    expect([status, body]).toEqual([503, "the store can't be written: it does not answer\n"]);
  });

  it.each([
    ["starting", "the start is not complete yet\n"],
    ["stopping", "the bot is stopping\n"],
  ] as const)("is 503 while the bot is %s, although nothing else is missing", async (stage, said) => {
    const { status, body } = await (await openPage({ stage }))();
    expect([status, body]).toEqual([503, said]);
  });

  it.each([
    [{ accept: "application/json" }, ""],
    [{ accept: "text/html, Application/JSON;q=0.9" }, ""],
    [{}, "?format=json"],
  ])("is JSON with %j%s", async (headers, query) => {
    const open = await openPage({ adapters: [adapter("slack", () => true)] });
    const { status, type, body } = await open(headers, query);
    expect([status, type]).toEqual([200, "application/json"]);
    expect(JSON.parse(body)).toEqual({
      ready: true,
      missing: [],
      platforms: [{ name: "slack", connected: true, since: "2026-11-20T12:00:00.000Z" }],
      store: { writable: true },
      knowledge: { loaded: true, version: versionOf(read(smallPack)), entries: 3 },
    });
  });

  it.each(["?format=xml", "?format=", "?%", "?format=json%00"])("is text with %s", async (query) => {
    expect((await (await openPage({}))({}, query)).body).toBe("ready\n");
  });
});

describe("a connection", () => {
  it("is told since when it is as it is", () => {
    let at = noon;
    let isReceiving = true;
    const { current, stop } = followConnections([adapter("slack", () => isReceiving)], () => at);
    onTestFinished(stop);
    at += 5000;
    expect(current()).toEqual([{ name: "slack", isConnected: true, since: noon }]);
    isReceiving = false;
    expect(current()).toEqual([{ name: "slack", isConnected: false, since: noon + 5000 }]);
    at += 5000;
    expect(current()).toEqual([{ name: "slack", isConnected: false, since: noon + 5000 }]);
  });

  it("is looked at also while nobody asks", async () => {
    let isReceiving = false;
    const { current, stop } = followConnections([adapter("slack", () => isReceiving)], Date.now);
    onTestFinished(stop);
    const begun = Date.now();
    await pause(10);
    isReceiving = true;
    await pause(2500);
    const [slack] = current();
    expect(slack?.since).toBeGreaterThan(begun);
    expect(slack?.since).toBeLessThanOrEqual(Date.now() - 500);
  });
});

describe("the version of a knowledge", () => {
  it("is the same wherever it lies, and another after an edit", () => {
    const version = versionOf(read(smallPack));
    const files: Readonly<Record<string, string>> = smallPack;
    const text = files["lost-key/en.md"] ?? "";
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(versionOf(read(smallPack))).toBe(version);
    expect(versionOf(read({ ...smallPack, "lost-key/en.md": text.replace("mat", "rug") }))).not.toBe(version);
  });
});

const told = z.object({
  missing: z.array(z.string()),
  platforms: z.array(z.object({ name: z.string(), connected: z.boolean(), since: z.string().optional() })),
});

describe("the running bot", () => {
  it("is not ready before its knowledge is loaded, and says so", { timeout: 120_000 }, async () => {
    const workspace = await startWorkspace();
    onTestFinished(() => workspace.close());
    const port = await freePort();
    const environment = {
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      SLACK_API_URL: workspace.apiUrl,
      KNOWLEDGE_DIR: writeFiles(smallPack),
      DATA_DIR: temporaryFolder(),
      PORT: String(port),
    };
    const { core: config, platforms: configured } = readConfig(environment, platforms);
    const ask = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(async (one) => [one.status, await one.text()]);
    let meanwhile: Promise<readonly unknown[]> | undefined;
    const service = await serve({
      config,
      platforms: configured,
      store: createMemoryStore(Date.now),
      log: createLog("silent"),
      onLearning: () => {
        meanwhile ??= Promise.all([ask("/readyz"), ask("/healthz"), ask("/slack/events")]);
      },
    });
    onTestFinished(() => service.stop());
    expect(await meanwhile).toEqual([
      [503, "the knowledge is not loaded yet\nslack is not connected yet\n"],
      [200, "ok\n"],
      [503, "not ready\n"],
    ]);
    expect(await ask("/readyz")).toEqual([200, "ready\n"]);
  });

  it("tells of a platform that went away, and since when it is back", { timeout: 120_000 }, async () => {
    const { workspace, url } = await startService();
    const readNow = async () => told.parse(await (await fetch(`${url}/readyz?format=json`)).json());
    const [before] = (await readNow()).platforms;
    const end = workspace.faults.always({
      method: "apps.connections.open",
      kind: "refused",
      error: "invalid_auth",
    });
    workspace.faults.dropSockets();
    for (;;) {
      const { missing, platforms: listed } = await readNow();
      if (missing.length === 0) continue;
      expect(missing).toEqual([`slack is not connected since ${listed[0]?.since}`]);
      break;
    }
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    end();
    for (;;) {
      const { missing, platforms: listed } = await readNow();
      if (missing.length > 0) continue;
      expect(Date.parse(listed[0]?.since ?? "")).toBeGreaterThan(Date.parse(before?.since ?? ""));
      break;
    }
  });
});

async function freePort(): Promise<number> {
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  const port = await http.listen();
  await http.close();
  return port;
}
