import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { readText } from "../../local/shared/request-body.ts";
import type { CoreView } from "./core-view.ts";
import { describeTurn } from "./describe-turn.ts";
import type { ActionResult, LocalPlatform } from "./local-platform.ts";
import { people } from "./people.ts";

export interface ApiResponse {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: unknown;
}

interface ApiSources {
  readonly platforms: readonly LocalPlatform[];
  readonly coreView: CoreView;
}

/** Answers a request below /api/: what a person does, and what the page's panels read. */
export async function answerApi(
  sources: ApiSources,
  request: IncomingMessage,
  url: URL,
): Promise<ApiResponse> {
  if (request.method === "POST") return url.pathname === "/api/act" ? act(sources, request) : notFound;
  const body = await read(sources, url);
  return body === undefined ? notFound : { status: 200, body };
}

export const notFound: ApiResponse = { status: 404, body: { error: "not found" } };

const maxBodyCharacters = 64_000;

const requestSchema = z.strictObject({
  platform: z.string(),
  person: z.enum(people.map(({ name }) => name)),
  act: z.unknown(),
});

async function act({ platforms, coreView }: ApiSources, request: IncomingMessage): Promise<ApiResponse> {
  const text = await readText(request);
  if (text.length > maxBodyCharacters) return { status: 413, body: { error: "too long" } };
  const parsed = requestSchema.safeParse(parseJson(text));
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  const { person, act: action, platform: name } = parsed.data;
  const platform = platforms.find((one) => one.name === name);
  if (!platform) return { status: 400, body: { error: `there is no platform "${name}" here` } };
  // A platform doesn't repeat to a bot what was said before it connected.
  await coreView.whenReady();
  return toResponse(await platform.act(person, action));
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
