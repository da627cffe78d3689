import { UnclearOutcomeError } from "./unclear-outcome-error.ts";

/** What a response_url takes: interactivity/handling-user-interaction. */
interface Response {
  readonly text?: string;
  readonly mrkdwn?: false;
  readonly blocks?: readonly unknown[];
  readonly response_type?: "ephemeral" | "in_channel";
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
}

/** Slack refused a response. */
export class ResponseRefusedError extends Error {
  override readonly name = "ResponseRefusedError";
}

const responseTimeoutMs = 5_000;

/**
 * Responds to an interaction by its response_url, which works 5 times within 30 minutes, even if the bot is not a
 * member of the channel.
 * @throws ResponseRefusedError if Slack refuses it, UnclearOutcomeError if nobody knows
 */
export async function respond(url: string, response: Response): Promise<void> {
  const { isOk, status, body } = await post(url, response);
  const isRefusal = /"ok":\s*false/.test(body);
  const isPage = /^\s*</.test(body);
  if (isOk && !isRefusal && !isPage) return;
  const message = `response_url answered ${status} ${body.slice(0, 200)}`;
  const isUnclear = status >= 500 || isPage || passingCodes.test(body);
  throw isUnclear ? new UnclearOutcomeError(message) : new ResponseRefusedError(message);
}

/** Refusals that don't say whether the response arrived. */
const passingCodes = /"(?:internal_error|fatal_error|service_unavailable|request_timeout)"/;

async function post(url: string, response: Response) {
  try {
    const answered = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ unfurl_links: false, unfurl_media: false, ...response }),
      signal: AbortSignal.timeout(responseTimeoutMs),
    });
    return { isOk: answered.ok, status: answered.status, body: await answered.text() };
  } catch (cause) {
    throw new UnclearOutcomeError("the outcome of the response_url is unknown", { cause });
  }
}
