import { webApi } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { callWithRetry, type RetryReason } from "../../../adapters/slack/sending/retry.ts";
import { createLog } from "../../../src/insight/log.ts";

const stopping = new AbortController();
const context = { log: createLog("silent"), stopping: stopping.signal, onFailure: () => {} };

/** Errors as the SDK throws them. */
const rateLimited = (retryAfter: number) => sdkError(webApi.ErrorCode.RateLimitedError, { retryAfter });
const refused = (error: string) => sdkError(webApi.ErrorCode.PlatformError, { data: { ok: false, error } });

function sdkError(code: webApi.ErrorCode, fields: object): Error {
  return Object.assign(new Error(code), { code, ...fields });
}

/** A call that fails with one error after the other, then succeeds, and the requests that it got. */
function failing(...errors: readonly Error[]) {
  const requests: string[] = [];
  const attempt = async (request: string) => {
    const error = errors[requests.length];
    requests.push(request);
    if (error) throw error;
    return "done";
  };
  return { attempt, requests };
}

describe("callWithRetry", () => {
  it("waits as long as Slack asks", async () => {
    const { attempt, requests } = failing(rateLimited(0.2), rateLimited(0.1));
    const start = performance.now();
    expect(await callWithRetry(context, "a", { attempt })).toBe("done");
    expect(performance.now() - start).toBeGreaterThanOrEqual(295);
    expect(requests).toEqual(["a", "a", "a"]);
  });

  it("revises the request for each further attempt", async () => {
    const { attempt, requests } = failing(rateLimited(0), refused("invalid_blocks"));
    const revise = (request: string, reason: RetryReason) => `${request}, ${reason}`;
    await callWithRetry(context, "first", { attempt, revise });
    expect(requests).toEqual(["first", "first, rateLimited", "first, rateLimited, blocks"]);
  });

  it.each([refused("is_archived"), refused("invalid_auth"), refused("of_tomorrow")])(
    "throws a final error at once: %s",
    async (error) => {
      const { attempt, requests } = failing(error);
      await expect(callWithRetry(context, "a", { attempt })).rejects.toBe(error);
      expect(requests.length).toBe(1);
    },
  );

  it("throws the last error after five attempts", async () => {
    const errors = [1, 2, 3, 4, 5, 6].map(() => rateLimited(0));
    const { attempt, requests } = failing(...errors);
    await expect(callWithRetry(context, "a", { attempt })).rejects.toBe(errors[4]);
    expect(requests.length).toBe(5);
  });
});
