import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { readText } from "../../local/shared/request-body.ts";
import type { CoreView } from "./core-view.ts";
import { describeTurn } from "./describe-turn.ts";
import type { ActionResult, LocalPlatform } from "./local-platform.ts";
import { people } from "./people.ts";
import type { UnreadMarks } from "./unread.ts";
import type { WaitingActs } from "./waiting-acts.ts";

export interface ApiResponse {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: unknown;
}

export interface ApiSources {
  readonly platforms: readonly LocalPlatform[];
  readonly coreView: CoreView;
  readonly unread: UnreadMarks;
  readonly waiting: WaitingActs;
}

/** Answers a request below /api/: what a person does, and what the page's panels read. */
export async function answerApi(
  sources: ApiSources,
  request: IncomingMessage,
  url: URL,
): Promise<ApiResponse> {
  if (request.method === "POST") return write(sources, request, url);
  const body = await read(sources, url);
  return body === undefined ? notFound : { status: 200, body };
}

export const notFound: ApiResponse = { status: 404, body: { error: "not found" } };

/** Enough for the pictures of one message. */
const maxBodyCharacters = 30_000_000;

const where = { platform: z.string(), person: z.enum(people.map(({ name }) => name)) };
const actSchema = z.strictObject({ ...where, act: z.unknown() });
const lookSchema = z.strictObject({ ...where, place: z.string() });

async function write(sources: ApiSources, request: IncomingMessage, url: URL): Promise<ApiResponse> {
  const text = await readText(request);
  if (text.length > maxBodyCharacters) return { status: 413, body: { error: "too long" } };
  switch (url.pathname) {
    case "/api/act":
      return act(sources, parseJson(text));
    case "/api/looked":
      return look(sources, parseJson(text));
    default:
      return notFound;
  }
}

async function act({ platforms, waiting }: ApiSources, body: unknown): Promise<ApiResponse> {
  const parsed = actSchema.safeParse(body);
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  const { person, act: action, platform: name } = parsed.data;
  const platform = platforms.find((one) => one.name === name);
  if (!platform) return { status: 400, body: { error: `there is no platform "${name}" here` } };
  // A platform doesn't repeat to a bot what was said before it connected.
  await waiting.wait();
  return toResponse(await platform.act(person, action));
}

function look({ unread }: ApiSources, body: unknown): ApiResponse {
  const parsed = lookSchema.safeParse(body);
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  unread.look(parsed.data);
  return { status: 200, body: {} };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toResponse(result: ActionResult): ApiResponse {
  switch (result.kind) {
    case "done":
      return { status: 200, body: { outcome: result.outcome } };
    case "invalid":
      return { status: 400, body: { error: result.error } };
    case "refused":
      return { status: 409, body: { error: result.error } };
  }
}

/** What is at a path such as /api/turns/<id>; undefined if there is nothing. */
async function read({ platforms, coreView }: ApiSources, { pathname, searchParams }: URL): Promise<unknown> {
  const [, , kind = "", id = ""] = pathname.split("/").map(decodeURIComponent);
  switch (kind) {
    case "turns":
      return describeTurn(platforms, coreView, id);
    case "entries":
      return id === "" ? coreView.entries() : coreView.entry(id);
    case "score":
      return coreView.score(searchParams.get("question") ?? "");
    case "unanswered":
      return coreView.unanswered();
    default:
      return undefined;
  }
}
