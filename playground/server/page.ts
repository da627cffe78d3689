import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { closeServer, listenOnLoopback } from "../../local/shared/loopback-server.ts";
import { type ApiResponse, answerApi, notFound } from "./api.ts";
import { type Asset, loadAssets } from "./assets.ts";
import type { CoreView } from "./core-view.ts";
import { followMessages } from "./follow-messages.ts";
import type { LocalPlatform } from "./local-platform.ts";
import type { Picture } from "./pictures.ts";
import { isFromPage, safeHeaders } from "./request-guard.ts";
import { createStreams } from "./streams.ts";
import { createUnreadMarks } from "./unread.ts";
import { createWaitingActs } from "./waiting-acts.ts";

export interface PageOptions {
  /** In the order of their tabs. */
  readonly platforms: readonly LocalPlatform[];
  readonly coreView: CoreView;
  /** The first port to try; 0 for any. */
  readonly port: number;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the page on loopback, at the port asked for or the next free one. */
export async function startPage({ platforms, coreView, port: firstPort }: PageOptions): Promise<Page> {
  const assets = await loadAssets(platforms.map(({ name }) => name));
  const turnOf = followMessages(platforms, coreView);
  const unread = createUnreadMarks(platforms);
  const waiting = createWaitingActs(coreView.whenReady);
  const streams = createStreams({ platforms, coreView, turnOf, unread, waiting });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const { pathname, searchParams } = url;
    if (!isFromPage(request, port)) return sendJson(response, forbidden);
    if (pathname === "/api/stream") return streams.open(response, searchParams.get("person") ?? "");
    const picture = findPicture(platforms, pathname);
    if (picture) return sendPicture(response, picture);
    if (pathname.startsWith("/api/"))
      return sendJson(response, await answerApi({ platforms, coreView, unread, waiting }, request, url));
    const asset = assets.get(pathname);
    return asset ? sendAsset(response, asset) : sendJson(response, notFound);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, { status: 500, body: { error: String(error) } });
    });
  });
  const port = await listen(server, firstPort);
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      streams.close();
      await closeServer(server);
    },
  };
}

const maxPortsTried = 20;

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

const forbidden: ApiResponse = { status: 403, body: { error: "not from this page" } };

function sendJson(response: ServerResponse, { status, body }: ApiResponse): void {
  response
    .writeHead(status, { ...safeHeaders, "content-type": "application/json" })
    .end(JSON.stringify(body));
}

/** The picture at a path such as /api/pictures/slack/F1. */
function findPicture(platforms: readonly LocalPlatform[], pathname: string): Picture | undefined {
  const [, name, id] = /^\/api\/pictures\/([\w-]+)\/(\w+)$/.exec(pathname) ?? [];
  return id === undefined ? undefined : platforms.find((one) => one.name === name)?.picture?.(id);
}

function sendPicture(response: ServerResponse, { type, content }: Picture): void {
  response
    .writeHead(200, { ...safeHeaders, "content-type": type, "content-length": content.length })
    .end(content);
}

function sendAsset(response: ServerResponse, { type, body }: Asset): void {
  response
    .writeHead(200, {
      ...safeHeaders,
      "content-type": type,
      "content-encoding": "gzip",
      "content-length": body.length,
    })
    .end(body);
}
