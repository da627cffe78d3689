import { webApi } from "@slack/bolt";
import { onTestFinished } from "vitest";
import type { Delivery } from "../../../adapters/slack/sending/delivery.ts";
import type { WebApiContext } from "../../../adapters/slack/sending/web-api-context.ts";
import { startWorkspace } from "../../../local/slack/workspace.ts";
import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain } from "../../../src/answer/text.ts";
import { createLog } from "../../../src/insight/log.ts";
import { createKeyedQueue } from "../../../src/lib/keyed-queue.ts";

export const answer: Answer = {
  locale: "en",
  title: "Keys",
  blocks: [paragraph(plain("Keys turn up."))],
  buttons: [
    { kind: "press", label: "Still stuck", token: "1.stuck.lost-key.en" },
    { kind: "link", label: "Caretaker", url: "https://example.com/caretaker" },
  ],
};

export function deliveryTo(audience: Delivery["audience"], key = "k"): Delivery {
  return { answer, audience, key };
}

/** A workspace with ana and bo in one channel, and the Web API as the adapter calls it. */
export async function openWebApi() {
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
  const channel = workspace.channel("general", { members: [ana, bo] });
  const client = new webApi.WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: webApi.LogLevel.ERROR,
  });
  const context: WebApiContext = {
    client,
    log: createLog("silent"),
    queue: createKeyedQueue(),
    stopping: new AbortController().signal,
    onFailure: () => {},
  };
  const seenBy = (person = ana, where = channel) =>
    workspace.messagesSeenBy(person, where).filter(({ botId }) => botId !== undefined);
  const callsTo = (method: string) => workspace.calls.filter((call) => call.method === method).length;
  return { workspace, context, ana, bo, channel, seenBy, callsTo };
}
