import { createHmac } from "node:crypto";
import type { DeliveryFault } from "../faults.ts";
import type { Acknowledgement, AppDelivery, Deliver } from "./delivery.ts";

interface RequestUrl {
  readonly url: string;
  readonly signingSecret: string;
  /** The fault to inject into this delivery, if any. */
  readonly takeFault: () => DeliveryFault | undefined;
}

/** Delivers to a request URL, signed: apis/events-api/using-http-request-urls */
export function createUrlDelivery({ url, signingSecret, takeFault }: RequestUrl): Deliver {
  return async (delivery) => {
    const { type, body } = toRequest(delivery);
    const headers = {
      "content-type": type,
      ...retryHeaders(delivery),
      ...sign(signingSecret, body, takeFault()),
    };
    try {
      const response = await fetch(url, { method: "POST", headers, body, redirect: "manual" });
      return await readResponse(response);
    } catch {
      return { kind: "unreachable" };
    }
  };
}

/** Sends the challenge that Slack sends when a request URL is entered: reference/events/url_verification */
export async function verifyUrl(requestUrl: RequestUrl & { readonly token: string }): Promise<boolean> {
  const challenge = "a-challenge";
  const body = { type: "url_verification", token: requestUrl.token, challenge };
  const acknowledgement = await createUrlDelivery(requestUrl)({ kind: "event", body });
  if (acknowledgement.kind !== "acknowledged") return false;
  const { body: answer } = acknowledgement;
  return answer === challenge || (isObject(answer) && answer.challenge === challenge);
}

function toRequest(delivery: AppDelivery): { readonly type: string; readonly body: string } {
  const form = "application/x-www-form-urlencoded";
  switch (delivery.kind) {
    case "event":
      return { type: "application/json", body: JSON.stringify(delivery.body) };
    case "command":
      return { type: form, body: String(new URLSearchParams(delivery.body)) };
    case "interaction":
      return { type: form, body: String(new URLSearchParams({ payload: JSON.stringify(delivery.body) })) };
  }
}

/** apis/events-api#retries */
function retryHeaders(delivery: AppDelivery): Readonly<Record<string, string>> {
  if (delivery.kind !== "event" || !delivery.retry) return {};
  const { number, reason } = delivery.retry;
  return { "x-slack-retry-num": String(number), "x-slack-retry-reason": reason };
}

/**
 * authentication/verifying-requests-from-slack. The timestamp is the machine's time and not the workspace's, since the
 * app checks it against its own clock.
 */
function sign(secret: string, body: string, fault: DeliveryFault | undefined) {
  const offsetSeconds = { oldSignature: -600, futureSignature: 600, wrongSignature: 0 };
  const timestamp = Math.floor(Date.now() / 1000) + (fault ? offsetSeconds[fault] : 0);
  const key = fault === "wrongSignature" ? `not ${secret}` : secret;
  const signature = createHmac("sha256", key).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(timestamp), "x-slack-signature": `v0=${signature}` };
}

async function readResponse(response: Response): Promise<Acknowledgement> {
  const text = await response.text();
  if (!response.ok) return { kind: "refused", noRetry: response.headers.get("x-slack-no-retry") === "1" };
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return { kind: "acknowledged", body: text === "" ? undefined : readBody(text, isJson) };
}

function readBody(text: string, isJson: boolean): unknown {
  if (!isJson) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
