import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { maxClockSkewSeconds } from "../limits.ts";
import { isWellFormed, readContentType } from "./body-format.ts";
import { createBodyReader } from "./read-body.ts";

interface GuardOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives the requests that pass, with their body as `rawBody`. */
  readonly next: RequestListener;
}

/**
 * Rejects requests that Bolt's receiver would accept, crash on or leave without an answer: methods other than POST,
 * timestamps in the future or not numeric, other content types and encodings, bodies that are no object, and bodies that
 * are too large. The signature is checked by the receiver.
 */
export function guardRequests({ now, next }: GuardOptions): RequestListener {
  const readBody = createBodyReader();
  return async (request, response) => {
    if (request.method !== "POST") return reject(response, 405);
    if (!isCurrent(request.headers["x-slack-request-timestamp"], now())) return reject(response, 401);
    const body = await readBody(request);
    switch (body) {
      case "tooLarge":
        return rejectUnread(request, response, 413);
      case "busy":
        return rejectUnread(request, response, 503);
      case "aborted":
        return reject(response, 400);
    }
    const type = readContentType(request.headers["content-type"]);
    if (type === undefined || !isWellFormed(body, type)) return reject(response, 400);
    // Bolt compares the type as a whole, and reads everything else as JSON.
    request.headers["content-type"] = type;
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

function rejectUnread(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status).end();
  request.resume();
  setTimeout(() => request.socket.destroy(), drainTimeoutMs).unref();
}
