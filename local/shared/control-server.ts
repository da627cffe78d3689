import { createServer, type IncomingMessage, type Server } from "node:http";
import type { z } from "zod";
import { readText } from "./request-body.ts";

/**
 * A server by which another process controls a local platform: each request is one JSON object, and the response is
 * `{ ok: true, result }`, or `{ ok: false, error }` with status 400.
 */
export function createControlServer<Request>(
  schema: z.ZodType<Request>,
  run: (request: Request) => Promise<unknown>,
): Server {
  return createServer((request, response) => {
    void respond(request, schema, run).then(({ status, body }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
}

async function respond<Request>(
  request: IncomingMessage,
  schema: z.ZodType<Request>,
  run: (request: Request) => Promise<unknown>,
): Promise<{ readonly status: number; readonly body: object }> {
  try {
    const body = schema.parse(JSON.parse(await readText(request)));
    return { status: 200, body: { ok: true, result: (await run(body)) ?? null } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 400, body: { ok: false, error: message } };
  }
}
