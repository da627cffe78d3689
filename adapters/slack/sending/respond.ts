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

/** Slack refused a response. Other errors leave its outcome unknown. */
export class ResponseRefusedError extends Error {
  override readonly name = "ResponseRefusedError";
}

const responseTimeoutMs = 10_000;

/**
 * Responds to an interaction by its response_url, which works 5 times within 30 minutes, even if the bot is not a
 * member of the channel.
 * @throws ResponseRefusedError if Slack refuses it, Error if its outcome is unknown
 */
export async function respond(url: string, response: Response): Promise<void> {
  const answered = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ unfurl_links: false, unfurl_media: false, ...response }),
    signal: AbortSignal.timeout(responseTimeoutMs),
  });
  const body = await answered.text();
  if (answered.ok && !/"ok":\s*false/.test(body)) return;
  const message = `response_url answered ${answered.status} ${body.slice(0, 200)}`;
  throw answered.status >= 500 ? new Error(message) : new ResponseRefusedError(message);
}
