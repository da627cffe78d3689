import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { maxClockSkewSeconds } from "../limits.ts";

interface GuardOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives the requests that pass, with their body as `rawBody`. */
  readonly next: RequestListener;
}

/** Slack's largest events are far below this. */
const maxBodyBytes = 1_000_000;

/**
 * Rejects requests that Bolt's receiver would accept or crash on: methods other than POST, timestamps in the future or
 * not numeric, bodies that are no object, and bodies that are too large. The signature is checked by the receiver.
 */
export function guardRequests({ now, next }: GuardOptions): RequestListener {
  return async (request, response) => {
    if (request.method !== "POST") return reject(response, 405);
    const timestamp = request.headers["x-slack-request-timestamp"];
    if (!isCurrent(timestamp, now())) return reject(response, 401);
    const body = await readBody(request).catch(() => undefined);
    if (body === "too large") return rejectLargeBody(request, response);
    if (body === undefined || !containsObject(body, request.headers["content-type"]))
      return reject(response, 400);
    next(Object.assign(request, { rawBody: body }), response);
  };
}

/** @param now in milliseconds; the timestamp is in seconds */
function isCurrent(timestamp: unknown, now: number): boolean {
  return (
    typeof timestamp === "string" &&
    /^\d{1,12}$/.test(timestamp) &&
    Math.abs(now / 1000 - Number(timestamp)) <= maxClockSkewSeconds
  );
}

function reject(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" }).end();
}

/** The connection is kept open this long after a rejection: the client loses the response if it is closed at once. */
const drainTimeoutMs = 1000;

function rejectLargeBody(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413).end();
  request.resume();
  setTimeout(() => request.socket.destroy(), drainTimeoutMs).unref();
}

function readBody(request: IncomingMessage): Promise<Buffer | "too large"> {
  if (Number(request.headers["content-length"]) > maxBodyBytes) return Promise.resolve("too large");
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) resolve("too large");
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => reject(new Error("the request was aborted")));
    request.once("error", reject);
  });
}

/** An event is JSON, an interaction is a form with JSON in the field `payload`, and a command is any other form. */
function containsObject(body: Buffer, type = ""): boolean {
  const text = body.toString("utf8");
  // Like Bolt, which parses everything else as JSON.
  if (type !== "application/x-www-form-urlencoded") return isObject(text);
  const payload = new URLSearchParams(text).get("payload");
  return payload === null ? text !== "" : isObject(payload);
}

function isObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
