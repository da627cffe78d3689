import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../support/property-runs.ts";
import { sendSigned, toEvent } from "./send-signed.ts";
import { startSlack } from "./start-slack.ts";

const form = "application/x-www-form-urlencoded";

const anyPart = fc.oneof(fc.jsonValue(), fc.constant(undefined));
const anySigned = fc.record({
  type: fc.constantFrom(undefined, "event_callback", "block_actions", "view_submission", "message_action"),
  event: fc.oneof(anyPart, fc.record({ type: fc.constantFrom("message", "app_mention"), channel: anyPart })),
  actions: anyPart,
  view: anyPart,
  team: anyPart,
  user: anyPart,
  container: anyPart,
});

describe("whatever is sent with a signature", () => {
  it("is answered below 500, and the bot goes on", async () => {
    const { workspace, url } = await startSlack("http");
    const status = async (request: { readonly body: string; readonly type?: string }) =>
      (await sendSigned({ url, secret: workspace.signingSecret }, request)).status;
    const bodies = fc.sample(anySigned, propertyRuns(50)).map((body) => JSON.stringify(body));
    const statuses = await Promise.all(
      bodies.flatMap((body) => [
        status({ body }),
        status({ body: `payload=${encodeURIComponent(body)}`, type: form }),
      ]),
    );
    expect(statuses.filter((code) => code >= 500)).toEqual([]);
    expect(await status({ body: toEvent(workspace, "Ev1", { type: "message" }) })).toBe(200);
  });
});
