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

/** Waited for an answer, in milliseconds. */
const patience = 10_000;

/**
 * Answers an interaction by its response_url, which works 5 times within 30 minutes, also where the app is no member.
 * @throws Error where Slack does not take it
 */
export async function respond(url: string, response: Response): Promise<void> {
  const taken = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(response),
    signal: AbortSignal.timeout(patience),
  });
  const said = await taken.text();
  if (!taken.ok || /"ok":\s*false/.test(said)) {
    throw new Error(`Slack refused a response (${taken.status} ${said.slice(0, 200)})`);
  }
}
