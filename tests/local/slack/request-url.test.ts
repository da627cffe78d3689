import { isValidSlackRequest } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { connectApp, openWorkspace } from "./connect-app.ts";
import { listenRaw } from "./listen-raw.ts";

describe("What goes to a request URL", () => {
  it("is signed as Slack signs", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const requests = await listenRaw(workspace);
    const { signingSecret } = workspace;
    await ana.types(channel, "/aws-help lost phone");
    workspace.faults.nextDelivery("wrongSignature");
    await ana.types(channel, "/aws-help lost phone");
    workspace.faults.nextDelivery("oldSignature");
    await ana.types(channel, "/aws-help lost phone");
    const verdicts = requests.map(({ headers, body }) =>
      isValidSlackRequest({
        signingSecret,
        body,
        headers: {
          "x-slack-signature": String(headers["x-slack-signature"]),
          "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
        },
      }),
    );
    expect(verdicts).toEqual([true, false, false]);
  });

  it("is refused by the SDK when the signature is wrong or old", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    await connectApp(workspace, "http", (app) => app.command("/aws-help", ({ ack }) => ack()));
    workspace.faults.nextDelivery("wrongSignature");
    expect(await ana.types(channel, "/aws-help")).toEqual({ kind: "failed", error: "dispatch_failed" });
    workspace.faults.nextDelivery("oldSignature");
    expect(await ana.types(channel, "/aws-help")).toEqual({ kind: "failed", error: "dispatch_failed" });
    expect(await ana.types(channel, "/aws-help")).toMatchObject({ kind: "acknowledged" });
  });

  it("is checked with a challenge, which Bolt answers", async () => {
    const { workspace } = await openWorkspace();
    expect(await workspace.verifyRequestUrl()).toBe(false);
    await connectApp(workspace, "http", () => {});
    expect(await workspace.verifyRequestUrl()).toBe(true);
    await listenRaw(workspace);
    expect(await workspace.verifyRequestUrl()).toBe(false);
  });
});
