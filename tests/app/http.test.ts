import { describe, expect, it, onTestFinished } from "vitest";
import { createHttp, type Http } from "../../src/app/http.ts";

/** A server on a free port of this computer, closed when the test ends. */
async function listen({
  isReady = () => true,
  mount = () => {},
}: {
  isReady?: () => boolean;
  mount?: (http: Http) => void;
}) {
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady });
  mount(http);
  const port = await http.listen();
  onTestFinished(() => http.close());
  return { http, port, url: `http://127.0.0.1:${port}` };
}

describe("the health pages", () => {
  it("/healthz is 200 also while nothing can be answered", async () => {
    const { url } = await listen({ isReady: () => false });
    const response = await fetch(`${url}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
  });

  it("a query string makes no difference", async () => {
    const { url } = await listen({});
    expect((await fetch(`${url}/healthz?from=probe`)).status).toBe(200);
  });
});

describe("the routes", () => {
  it.each(["/", "/nothing", "/healthz/", "/HEALTHZ", "/__proto__", "/%00"])("%s is 404", async (path) => {
    const { url } = await listen({});
    const response = await fetch(`${url}${path}`);
    expect([response.status, await response.text()]).toEqual([404, "not found\n"]);
  });

  it("what nothing is mounted at yet is 503 until the process can answer", async () => {
    const { url } = await listen({ isReady: () => false });
    const response = await fetch(`${url}/slack/events`, { method: "POST" });
    expect([response.status, await response.text()]).toEqual([503, "not ready\n"]);
  });

  it("a mounted listener gets every request to its path, with its method, body and query", async () => {
    const { url } = await listen({
      mount: (http) =>
        http.mount("/slack/events", (request, response) => {
          const seen = `${request.method} ${request.url} `;
          let body = "";
          request.on("data", (chunk) => {
            body += String(chunk);
          });
          request.on("end", () => response.writeHead(202).end(seen + body));
        }),
    });
    const response = await fetch(`${url}/slack/events?a=1`, { method: "POST", body: "xin chào" });
    expect([response.status, await response.text()]).toEqual([202, "POST /slack/events?a=1 xin chào"]);
  });

  it("a mounted listener does not get what lies below its path", async () => {
    const { url } = await listen({
      mount: (http) => http.mount("/slack/events", (_, response) => response.end()),
    });
    expect((await fetch(`${url}/slack/events/more`)).status).toBe(404);
  });

  it("a path mounted while the server runs is served", async () => {
    const { http, url } = await listen({});
    http.mount("/late", (_, response) => response.end("late"));
    expect(await (await fetch(`${url}/late`)).text()).toBe("late");
  });
});

describe("listening and closing", () => {
  it("the port is the one that the system chose", async () => {
    const { port } = await listen({});
    expect(port).toBeGreaterThan(0);
  });

  it("a port that is taken is an error that says what to do", async () => {
    const { port } = await listen({});
    const second = createHttp({ host: "127.0.0.1", port, isReady: () => true });
    await expect(second.listen()).rejects.toThrow(
      `PORT ${port} on 127.0.0.1 can't be used: choose another one`,
    );
  });

  it("the error of a taken port keeps its cause", async () => {
    const { port } = await listen({});
    const second = createHttp({ host: "127.0.0.1", port, isReady: () => true });
    await expect(second.listen()).rejects.toMatchObject({ cause: { code: "EADDRINUSE" } });
  });

  it("a host that is not of this computer is an error that names it", async () => {
    const http = createHttp({ host: "192.0.2.1", port: 0, isReady: () => true });
    await expect(http.listen()).rejects.toThrow("PORT 0 on 192.0.2.1 can't be used");
  });

  it("a closed server takes no requests, although a client kept its connection", async () => {
    const { http, url } = await listen({});
    await (await fetch(`${url}/healthz`)).text();
    await http.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it("a closed server's port is free again", async () => {
    const { http, port } = await listen({});
    await http.close();
    const second = createHttp({ host: "127.0.0.1", port, isReady: () => true });
    onTestFinished(() => second.close());
    expect(await second.listen()).toBe(port);
  });

  it("a request under way is still answered when the server begins to close", async () => {
    let answer: () => void = () => {};
    const asked = new Promise<void>((arrived) => {
      answer = arrived;
    });
    let finish: () => void = () => {};
    const { http, url } = await listen({
      mount: (server) =>
        server.mount("/slow", (_, response) => {
          finish = () => response.end("answered");
          answer();
        }),
    });
    const response = fetch(`${url}/slow`);
    await asked;
    void http.close();
    finish();
    expect(await (await response).text()).toBe("answered");
  });

  it("closing a server that never listened is no error", async () => {
    const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
    await expect(http.close()).resolves.toBeUndefined();
  });
});
