import { request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Core } from "../../../src/platform/adapter.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { type Line, sendSigned, toEvent } from "./send-signed.ts";
import { startSlack } from "./start-slack.ts";

const form = "application/x-www-form-urlencoded";
const now = () => String(Math.floor(Date.now() / 1000));

/** The bot at its HTTP address, and how many events its core was given. */
async function open() {
  let heard = 0;
  const core = startSmallPack();
  const counting: Core = {
    ...core,
    handle: (incoming) => {
      heard += 1;
      return core.handle(incoming);
    },
  };
  const { workspace, url } = await startSlack("http", { core: counting });
  const line: Line = { url, secret: workspace.signingSecret };
  const ana = workspace.person("ana");
  const question = (id: string) => {
    const message = { type: "message", channel_type: "im", channel: ana.dm, user: ana.id, text: "new key" };
    return toEvent(workspace, id, { ...message, ts: `${id}.000100` });
  };
  const status = async (asked: Parameters<typeof sendSigned>[1]) => (await sendSigned(line, asked)).status;
  return { workspace, url, line, ana, question, status, heard: () => heard };
}

describe("a request to the HTTP address", () => {
  it("that Slack signed is taken", async () => {
    const { question, status, heard } = await open();
    expect(await status({ body: question("1") })).toBe(200);
    expect(heard()).toBe(1);
  });

  it("is answered when Slack asks whether the address is the app's", async () => {
    const { workspace } = await open();
    expect(await workspace.verifyRequestUrl()).toBe(true);
  });

  it.each(["wrongSignature", "oldSignature", "futureSignature"] as const)(
    "with a %s never reaches the core",
    async (fault) => {
      const { workspace, ana, heard } = await open();
      workspace.faults.nextDelivery(fault);
      expect(await ana.types(ana.dm, "/aws-help new key")).toEqual({
        kind: "failed",
        error: "dispatch_failed",
      });
      expect(heard()).toBe(0);
    },
  );

  it.each([
    ["299 seconds old", -299, 200],
    ["302 seconds old", -302, 401],
    ["299 seconds ahead", 299, 200],
    ["302 seconds ahead", 302, 401],
    ["without a number as its time", "abc", 401],
    ["with half a number as its time", "1.5e9", 401],
    ["with a time below zero", "-1", 401],
  ])("%s is answered with its status", async (_, time, expected) => {
    const { question, status } = await open();
    expect(await status({ body: question("1"), time })).toBe(expected);
  });

  it.each([
    ["null", "application/json"],
    ["[]", "application/json"],
    ["5", "application/json"],
    ['"text"', "application/json"],
    ["{", "application/json"],
    ["payload=null", form],
    ["payload=[]", form],
    ["payload=%7B", form],
    ["null", `${form}; charset=utf-8`],
    ["null", "application/x-www-form-urlencodedly"],
    ["null", "text/plain"],
    ['{"event":null}', "application/json"],
    ['{"event":5}', "application/json"],
    ['{"type":"event_callback","event":null}', "application/json"],
    ['payload={"type":"block_actions","actions":7}', form],
  ])("with the body %s as %s is refused", async (body, type) => {
    const { question, status, heard } = await open();
    expect(await status({ body, type })).toBe(400);
    expect(heard()).toBe(0);
    expect(await status({ body: question("1") })).toBe(200);
  });

  it("with an empty body is refused", async () => {
    const { status } = await open();
    expect(await status({ body: "", type: form })).toBe(400);
    expect(await status({ body: "" })).toBe(400);
  });

  it.each(["PUT", "PATCH", "DELETE"])("with the method %s is refused, signed or not", async (method) => {
    const { url, question, status, heard } = await open();
    expect(await status({ body: question("1"), method })).toBe(405);
    const headers = { "x-slack-request-timestamp": now() };
    expect((await fetch(url, { method, headers, body: "{}" })).status).toBe(405);
    expect(heard()).toBe(0);
    expect(await status({ body: question("2") })).toBe(200);
  });

  it("of a browser is refused", async () => {
    const { url } = await open();
    expect((await fetch(url)).status).toBe(405);
  });

  it("of two megabytes is refused and told so", async () => {
    const { status, heard } = await open();
    expect(await status({ body: JSON.stringify({ text: "a".repeat(2_000_000) }) })).toBe(413);
    expect(heard()).toBe(0);
  });

  it("that announces two megabytes is refused before they are sent", async () => {
    const { url } = await open();
    const headers = { "x-slack-request-timestamp": now(), "content-length": "2000000" };
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(url, { method: "POST", headers }, ({ statusCode }) => resolve(statusCode));
      asked.on("error", reject);
      asked.flushHeaders();
    });
    expect(answered).toBe(413);
  });

  it("that never ends is refused at the limit", async () => {
    const { url } = await open();
    const headers = { "x-slack-request-timestamp": now(), "transfer-encoding": "chunked" };
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(url, { method: "POST", headers }, ({ statusCode }) => resolve(statusCode));
      asked.on("error", reject);
      const more = () => {
        if (asked.writable && !asked.destroyed) asked.write("a".repeat(100_000), () => setImmediate(more));
      };
      more();
    });
    expect(answered).toBe(413);
  });

  it("that breaks off in the middle does no harm", async () => {
    const { url, question, status, heard } = await open();
    const { port, hostname } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\nx-slack-request-timestamp: ${now()}\r\n`);
        socket.write("content-length: 100\r\n\r\n{", () => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect(await status({ body: question("1") })).toBe(200);
    expect(heard()).toBe(1);
  });

  it("to check the certificate is answered, and nothing in it reaches the core", async () => {
    const { url, heard } = await open();
    const headers = { "content-type": form, "x-slack-request-timestamp": now() };
    const body = 'ssl_check=1&payload={"type":"block_actions"}&command=/aws-help';
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(200);
    expect(heard()).toBe(0);
  });
});

const anyBody = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.json(),
  fc.json().map((json) => `payload=${encodeURIComponent(json)}`),
  fc.constantFrom("null", "{}", "payload=null", "payload", "ssl_check=1&payload=null", "\u0000"),
);
const anyRequest = fc.record({
  body: anyBody,
  method: fc.constantFrom("POST", "POST", "POST", "PUT", "DELETE"),
  headers: fc.record(
    {
      "content-type": fc.constantFrom(form, "application/json", "text/plain", `${form}; charset=utf-8`),
      "x-slack-request-timestamp": fc.oneof(fc.constant(undefined), fc.string({ unit: "grapheme-ascii" })),
      "x-slack-signature": fc.string({ unit: "grapheme-ascii" }),
      "x-slack-retry-num": fc.constantFrom("1", "x", ""),
    },
    { requiredKeys: [] },
  ),
});

describe("whatever is sent without a signature", () => {
  it("is answered below 500 and never reaches the core", async () => {
    const { url, question, status, heard } = await open();
    const property = fc.asyncProperty(anyRequest, async ({ body, method, headers }) => {
      const given = { "x-slack-request-timestamp": now(), ...headers };
      const kept = Object.entries(given).map(([name, value]) => [name, value?.trim() || now()]);
      const response = await fetch(url, { method, headers: Object.fromEntries(kept), body });
      expect(response.status).toBeLessThan(500);
    });
    await fc.assert(property, { numRuns: propertyRuns(60) });
    expect(heard()).toBe(0);
    expect(await status({ body: question("1") })).toBe(200);
  });
});
