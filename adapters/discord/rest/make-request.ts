import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { NoAnswerError, TokenRefusedError } from "./api-failure.ts";

type MakeRequest = RESTOptions["makeRequest"];
type RestResponse = Awaited<ReturnType<MakeRequest>>;

/** How long to wait where a 429 does not say, in seconds. */
const defaultRetryAfterSeconds = 1;

/**
 * Makes a request of discord.js's REST client, and reads the whole response within its time-out.
 *
 * Mends what discord.js gets wrong: it forgets its token after one 401, repeats a 429 without Retry-After at once and for
 * ever, and takes a page of Cloudflare's for an answer.
 * @throws TokenRefusedError, or NoAnswerError if no usable answer came
 */
export const makeRequest: MakeRequest = async (url, init) => {
  const { response, text } = await requestText(url, init);
  if (response.status === 401 && isWithToken(init.headers)) {
    throw new TokenRefusedError(`Discord refused the token: ${text.slice(0, 200)}`);
  }
  if (response.status === 429) return withText(response, text, retryAfterHeaders(response, text));
  if (response.status < 500 && !isUsable(url, response, text)) {
    const type = response.headers.get("content-type") ?? "no content type";
    throw new NoAnswerError(`Discord answered ${response.status} with ${type}: ${text.slice(0, 100)}`);
  }
  return withText(response, text, response.headers);
};

async function requestText(url: string, init: Parameters<MakeRequest>[1]) {
  try {
    const response = await DefaultRestOptions.makeRequest(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    throw new NoAnswerError(`Discord did not answer: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.name === "AbortError" ? "time-out" : cause.message || cause.name;
}

/** discord.js gives the headers as a record. */
function isWithToken(headers: Parameters<MakeRequest>[1]["headers"]): boolean {
  return Object.keys(headers ?? {}).includes("Authorization");
}

/** Discord always answers JSON, or nothing. */
function isUsable(url: string, { status, headers }: RestResponse, text: string): boolean {
  // The response to an interaction's callback has no body.
  if (text === "") return status === 204 || url.includes("/interactions/");
  return headers.get("content-type")?.startsWith("application/json") === true && isJson(text);
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

/** topics/rate-limits#exceeding-a-rate-limit; Cloudflare sends neither the header nor the body. */
function retryAfterHeaders({ headers }: RestResponse, text: string): Headers {
  const next = new Headers([...headers]);
  const given = Number(next.get("retry-after") ?? Number.NaN);
  const seconds = [given, retryAfterInBody(text)].find((value) => Number.isFinite(value) && value > 0);
  next.set("retry-after", String(seconds ?? defaultRetryAfterSeconds));
  return next;
}

function retryAfterInBody(text: string): number {
  return Number(/"retry_after"\s*:\s*([\d.]+)/.exec(text)?.[1] ?? Number.NaN);
}

function withText(response: RestResponse, text: string, headers: RestResponse["headers"]): RestResponse {
  const { status, statusText, ok } = response;
  return {
    ...{ status, statusText, ok, headers, body: null, bodyUsed: true },
    text: async () => text,
    json: async () => JSON.parse(text),
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
}
