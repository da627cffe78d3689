import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { closeServer, listenOnLoopback } from "../../local/shared/loopback-server.ts";
import { readText } from "../../local/shared/request-body.ts";
import { buildAssets } from "./assets.ts";
import type { Backstage } from "./backstage.ts";
import type { ActResult, LocalPlatform } from "./local-platform.ts";
import { people } from "./people.ts";
import { isOurs, safeHeaders } from "./request-guard.ts";
import { createStreams } from "./streams.ts";
import { describeTurn } from "./turn-detail.ts";
import { followMessages } from "./turn-of-message.ts";

export interface PageParts {
  readonly platforms: readonly LocalPlatform[];
  readonly backstage: Backstage;
  /** The first port to try; 0 for any. */
  readonly port: number;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

const maxPortsTried = 20;
const maxBodyCharacters = 64_000;

const names = people.map(({ name }) => name);
const orderSchema = z.strictObject({ platform: z.string(), person: z.enum(names), act: z.unknown() });

/** Starts the page on loopback, at the port asked for or the next free one. */
export async function startPage(parts: PageParts): Promise<Page> {
  const { platforms, backstage } = parts;
  const assets = await buildAssets(platforms.map(({ name }) => name));
  const turnOf = followMessages(platforms, backstage);
  const streams = createStreams({ platforms, backstage, turnOf });

  const act = async (request: IncomingMessage): Promise<Answered> => {
    const text = await readText(request);
    if (text.length > maxBodyCharacters) return { status: 413, body: { error: "too long" } };
    const read = orderSchema.safeParse(parseJson(text));
    if (!read.success) return { status: 400, body: { error: z.prettifyError(read.error) } };
    const { person, act: order, platform: name } = read.data;
    const platform = platforms.find((one) => one.name === name);
    if (!platform) return { status: 400, body: { error: `there is no platform "${name}" here` } };
    return toAnswered(await platform.act(person, order));
  };

  const read = async ({ pathname, searchParams }: URL): Promise<unknown> => {
    const [, , kind = "", id = ""] = pathname.split("/");
    switch (kind) {
      case "turns":
        return describeTurn(platforms, backstage, decodeURIComponent(id));
      case "entries":
        return id === "" ? backstage.entries() : backstage.entry(decodeURIComponent(id));
      case "score":
        return backstage.score(searchParams.get("question") ?? "");
      case "unanswered":
        return backstage.unanswered();
      default:
        return undefined;
    }
  };

  const answerApi = async (request: IncomingMessage, url: URL): Promise<Answered> => {
    if (request.method === "POST") {
      return url.pathname === "/api/act" ? act(request) : { status: 404, body: { error: "not found" } };
    }
    const found = await read(url);
    return found === undefined ? { status: 404, body: { error: "not found" } } : { status: 200, body: found };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (!isOurs(request, port)) return send(response, { status: 403, body: { error: "not from this page" } });
    if (url.pathname === "/api/stream") return streams.open(response, url.searchParams.get("person") ?? "");
    if (url.pathname.startsWith("/api/")) return send(response, await answerApi(request, url));
    const asset = assets.get(url.pathname);
    if (!asset) return send(response, { status: 404, body: { error: "not found" } });
    response
      .writeHead(200, {
        ...safeHeaders,
        "content-type": asset.type,
        "content-encoding": "gzip",
        "content-length": asset.body.length,
      })
      .end(asset.body);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, { status: 500, body: { error: String(error) } });
    });
  });
  const port = await listen(server, parts.port);
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      streams.close();
      await closeServer(server);
    },
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port++) {
    try {
      return await listenOnLoopback(server, port);
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken || port >= first + maxPortsTried || port >= 65_535) throw error;
    }
  }
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

function toAnswered(result: ActResult): Answered {
  switch (result.kind) {
    case "done":
      return { status: 200, body: { outcome: result.outcome } };
    case "invalid":
      return { status: 400, body: { error: result.error } };
    case "refused":
      return { status: 409, body: { error: result.error } };
  }
}

function send(response: ServerResponse, { status, body }: Answered): void {
  response
    .writeHead(status, { ...safeHeaders, "content-type": "application/json" })
    .end(JSON.stringify(body));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
