import { request } from "node:http";
import { expect, it } from "vitest";
import { act, openPlayground } from "./open-playground.ts";

const says = { platform: "slack", person: "alex", act: { kind: "reloads" } };

/** The status of a GET with headers that fetch does not let anybody set. */
function statusWith(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url.replace("localhost", "127.0.0.1"), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

it("a request under another host name is refused", async () => {
  const { url } = await openPlayground();
  const { port } = new URL(url);
  expect(await statusWith(url, { host: `localhost:${port}` })).toBe(200);
  expect(await statusWith(url, { host: `127.0.0.1:${port}` })).toBe(200);
  expect(await statusWith(url, { host: `evil.example:${port}` })).toBe(403);
  expect(await statusWith(url, { host: "localhost" })).toBe(403);
});

it("requests from pages of another origin are refused", async () => {
  const { url } = await openPlayground();
  const { port } = new URL(url);
  const host = `localhost:${port}`;
  expect((await act(url, says)).status).toBe(200);
  expect((await act(url, says, { origin: "https://evil.example" })).status).toBe(403);
  expect((await act(url, says, { origin: "null" })).status).toBe(403);
  expect(await statusWith(`${url}/api/entries`, { host, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await statusWith(`${url}/api/entries`, { host, origin: "https://evil.example" })).toBe(403);
  expect(await statusWith(`${url}/api/entries`, { host, "sec-fetch-site": "same-origin" })).toBe(200);
});

it("a POST without an origin is refused", async () => {
  const { url } = await openPlayground();
  const status = await new Promise((resolve, reject) => {
    request(`${url.replace("localhost", "127.0.0.1")}/api/act`, { method: "POST" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end(JSON.stringify(says));
  });
  expect(status).toBe(403);
});

it("the policy allows only the page's own files to run", async () => {
  const { url } = await openPlayground();
  const page = await fetch(url);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect(policy).not.toMatch(/https?:/);
  const html = await page.text();
  expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/);
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
});

it("an invalid, oversized or impossible action is refused with a reason", async () => {
  const { url } = await openPlayground();
  expect((await act(url, { platform: "slack" })).status).toBe(400);
  expect((await act(url, { ...says, person: "nobody" })).status).toBe(400);
  const long = { ...says, act: { kind: "says", channel: "C1", text: "x".repeat(31_000_000) } };
  expect((await act(url, long)).status).toBe(413);
  const gone = { ...says, act: { kind: "presses", target: { channel: "C1", ts: "1.000001" }, element: "x" } };
  expect(await act(url, gone)).toEqual({ status: 409, body: { error: "that message is no longer there" } });
});

it("the page's files are small", async () => {
  const { url } = await openPlayground();
  const sizes = await Promise.all(
    ["/", "/app.js", "/app.css", "/icon.svg"].map(async (path) => {
      const { headers } = await fetch(`${url}${path}`);
      return Number(headers.get("content-length"));
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(100);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
});
