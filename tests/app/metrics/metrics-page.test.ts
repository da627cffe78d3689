import { describe, expect, it, onTestFinished } from "vitest";
import { platforms } from "../../../adapters/platforms.ts";
import { ConfigError, readConfig } from "../../../src/app/config.ts";
import { createHttp } from "../../../src/app/http.ts";
import { createMetrics } from "../../../src/app/metrics/create-metrics.ts";
import { metricsPage } from "../../../src/app/metrics/metrics-page.ts";
import { createReadiness } from "../../../src/app/readiness.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { readMetrics } from "../../support/read-metrics.ts";
import { startService } from "./start-service.ts";

const token = "a-long-enough-token-1";

async function openPage(given: string | undefined) {
  const metrics = createMetrics({ platforms: ["slack"] });
  const readiness = createReadiness({
    stage: () => "running",
    store: createMemoryStore(Date.now),
    knowledge: () => undefined,
    platforms: ["slack"],
    connections: () => [],
  });
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  http.mount("/metrics", metricsPage({ metrics, readiness, token: given }));
  const url = `http://127.0.0.1:${await http.listen()}/metrics`;
  onTestFinished(() => http.close());
  return (headers: Readonly<Record<string, string>> = {}) => fetch(url, { headers });
}

describe("the page", () => {
  it("is in Prometheus's format, with the figures of the process among the bot's", async () => {
    const open = await openPage(undefined);
    const response = await open();
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const names = readMetrics(await response.text()).map(({ name }) => name);
    for (const name of [
      "signpost_ready",
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_p99_seconds",
    ])
      expect(names).toContain(name);
  });

  it("is not there unless it is switched on", async () => {
    const { url } = await startService();
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });
});

describe("with a token the page", () => {
  it("is for who sends it", async () => {
    const open = await openPage(token);
    expect((await open({ authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await open({ authorization: `bearer ${token}` })).status).toBe(200);
  });

  it.each([
    {},
    { authorization: "" },
    { authorization: token },
    { authorization: "Bearer " },
    { authorization: `Bearer ${token}x` },
    { authorization: `Bearer ${token.slice(0, -1)}` },
    { authorization: `Bearer ${token.toUpperCase()}` },
    { authorization: `Basic ${Buffer.from(`x:${token}`).toString("base64")}` },
  ])("is refused to %j, without a figure", async (headers) => {
    const response = await (await openPage(token))(headers);
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await response.text()).toBe("METRICS_TOKEN is needed\n");
  });

  it("does not take it from the address, where it would end in logs", async () => {
    const { url } = await startService({ settings: { METRICS: "on", METRICS_TOKEN: token } });
    expect((await fetch(`${url}/metrics?token=${token}`)).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(200);
  });
});

describe("the settings", () => {
  const faultOf = (environment: Readonly<Record<string, string>>) => {
    try {
      readConfig(environment, platforms);
      return undefined;
    } catch (error) {
      return error instanceof ConfigError ? error.message : String(error);
    }
  };

  it.each(["127.0.0.1", "127.0.0.2", "::1", "localhost"])("need no token on %s", (HOST) => {
    expect(faultOf({ METRICS: "on", HOST })).toBeUndefined();
  });

  it.each(["0.0.0.0", "::", "10.0.0.5", "bot.example.com", "127.example.com"])(
    "need a token on %s",
    (HOST) => {
      expect(faultOf({ METRICS: "on", HOST })).toContain("METRICS_TOKEN is missing");
      expect(faultOf({ METRICS: "on", HOST, METRICS_TOKEN: token })).toBeUndefined();
      expect(faultOf({ HOST })).toBeUndefined();
    },
  );

  it("refuse a token that can be guessed or can't be sent, without repeating it", () => {
    for (const given of ["short", "two words but long enough"]) {
      const fault = faultOf({ METRICS: "on", METRICS_TOKEN: given }) ?? "";
      expect(fault).toMatch(/METRICS_TOKEN must/);
      expect(fault).not.toContain(given);
    }
  });

  it("refuse another word for on", () => {
    expect(faultOf({ METRICS: "yes" })).toContain("METRICS must be on or off");
  });
});
