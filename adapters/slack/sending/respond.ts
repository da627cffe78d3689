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

/** Slack did not take a response; other errors leave it unclear whether it did. */
export class ResponseRefused extends Error {
  override readonly name = "ResponseRefused";
}

/** Waited for an answer, in milliseconds. */
const responseTimeoutMs = 10_000;

/**
 * Answers an interaction by its response_url, which works 5 times within 30 minutes, also where the app is no member.
 * @throws ResponseRefused where Slack does not take it, Error where that stays unclear
 */
export async function respond(url: string, response: Response): Promise<void> {
  const taken = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ unfurl_links: false, unfurl_media: false, ...response }),
    signal: AbortSignal.timeout(responseTimeoutMs),
  });
  const said = await taken.text();
  if (taken.ok && !/"ok":\s*false/.test(said)) return;
  const what = `Slack answered ${taken.status} ${said.slice(0, 200)}`;
  throw taken.status >= 500 ? new Error(what) : new ResponseRefused(what);
}
