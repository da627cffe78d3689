import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import type { Guild } from "../../local/discord/guild.ts";
import { closeServer, listenOnLoopback } from "../../local/shared/loopback-server.ts";
import { readText } from "../../local/shared/request-body.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import { actOnDiscord, discordAct } from "../discord/acts.ts";
import { actOnSlack, slackAct } from "../slack/acts.ts";
import type { SlackMenu } from "../slack/view.ts";
import { buildAssets } from "./assets.ts";
import type { Backstage } from "./backstage.ts";
import { people } from "./people.ts";
import { isOurs, safeHeaders } from "./request-guard.ts";
import { createStreams } from "./streams.ts";
import { describeTurn } from "./turn-detail.ts";
import { followPosts } from "./turn-of-message.ts";

export interface PageParts {
  readonly workspace: Workspace;
  readonly guild: Guild;
  readonly backstage: Backstage;
  readonly menu: SlackMenu;
  /** Where to look for a free port first; 0 for any. */
  readonly port: number;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

/** Ports tried, one after the other. */
const portsTried = 20;
const bodyLimit = 64_000;

const names = people.map(({ name }) => name);
const order = z.discriminatedUnion("platform", [
  z.strictObject({ platform: z.literal("slack"), person: z.enum(names), act: slackAct }),
  z.strictObject({ platform: z.literal("discord"), person: z.enum(names), act: discordAct }),
]);

/** Starts the page on loopback, at the port asked for or the next free one. */
export async function startPage(parts: PageParts): Promise<Page> {
  const { workspace, guild, backstage, menu } = parts;
  const assets = await buildAssets();
  const turnOf = followPosts(workspace, guild, backstage);
  const streams = createStreams({ workspace, guild, backstage, menu, turnOf });

  const act = async (request: IncomingMessage): Promise<Answered> => {
    const text = await readText(request);
    if (text.length > bodyLimit) return { status: 413, body: { error: "too long" } };
    const read = order.safeParse(parseJson(text));
    if (!read.success) return { status: 400, body: { error: z.prettifyError(read.error) } };
    const { data } = read;
    try {
      const outcome =
        data.platform === "slack"
          ? await actOnSlack({ workspace, person: workspace.person(data.person) }, data.act)
          : await actOnDiscord({ guild, person: guild.person(data.person) }, data.act);
      return { status: 200, body: { outcome } };
    } catch (error) {
      return { status: 409, body: { error: error instanceof Error ? error.message : String(error) } };
    }
  };

  const read = async ({ pathname, searchParams }: URL): Promise<unknown> => {
    const [, , kind = "", id = ""] = pathname.split("/");
    switch (kind) {
      case "turns":
        return describeTurn({ workspace, guild, backstage }, decodeURIComponent(id));
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
      if (!isTaken || port >= first + portsTried || port >= 65_535) throw error;
    }
  }
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
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
