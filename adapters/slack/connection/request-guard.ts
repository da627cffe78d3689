import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { maxClockSkewSeconds } from "../limits.ts";

interface GuardOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives what passes, with its whole body as `rawBody`. */
  readonly next: RequestListener;
}

/** Slack's own requests are some kilobytes; its largest event stays far below this many bytes. */
const maxBodyBytes = 1_000_000;

/**
 * Keeps from Bolt's receiver what it does not turn away by itself, or not without a crash: another method than POST,
 * a request from the future or without a time that is a number, a body that is no object, and one that is too large.
 * The signature is checked by the receiver.
 */
export function guardRequests({ now, next }: GuardOptions): RequestListener {
  return async (request, response) => {
    if (request.method !== "POST") return refuse(response, 405);
    const time = request.headers["x-slack-request-timestamp"];
    if (!isNear(time, now())) return refuse(response, 401);
    const body = await readBody(request).catch(() => undefined);
    if (body === "too large") return refuseRest(request, response);
    if (body === undefined || !holdsObject(body, request.headers["content-type"]))
      return refuse(response, 400);
    next(Object.assign(request, { rawBody: body }), response);
  };
}

function isNear(time: unknown, now: number): boolean {
  return (
    typeof time === "string" &&
    /^\d{1,12}$/.test(time) &&
    Math.abs(now / 1000 - Number(time)) <= maxClockSkewSeconds
  );
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" }).end();
}

/** How long who sends too much is listened to after the answer, which is lost otherwise, in milliseconds. */
const drainTimeoutMs = 1000;

function refuseRest(request: IncomingMessage, response: ServerResponse): void {
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
    request.once("close", () => reject(new Error("the request broke off")));
    request.once("error", reject);
  });
}

/** An event is JSON; an interaction is JSON in the field `payload`; a command is a form of its own. */
function holdsObject(body: Buffer, type = ""): boolean {
  const text = body.toString("utf8");
  // As Bolt has it, which reads everything else as JSON.
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
