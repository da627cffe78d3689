import { describe, expect, it, onTestFinished } from "vitest";
import { createSlack } from "../../../adapters/slack/index.ts";
import { slackSettings } from "../../../adapters/slack/settings.ts";
import { startWorkspace } from "../../../local/slack/workspace.ts";
import { createHttp } from "../../../src/app/http.ts";
import { leaseMs } from "../../../src/runtime/events/claims.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { openLog } from "./lines.ts";
import { openChannel } from "./open-channel.ts";
import { newMemory, startBot } from "./start-slack.ts";

async function openUnstarted() {
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  const { log, linesFrom } = openLog();
  const settings = slackSettings.schema.parse({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
  });
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  const slack = createSlack({ settings, http, log, memory: newMemory() });
  onTestFinished(() => slack.stop());
  return { workspace, slack, linesFrom };
}

describe("a start", () => {
  it.each(["auth.test", "apps.connections.open"])(
    "waits while Slack has a fault, and says so: %s",
    async (method) => {
      const { workspace, slack, linesFrom } = await openUnstarted();
      workspace.faults.next({ method, kind: "page", status: 503, body: "<html>" });
      await slack.start(startSmallPack());
      expect(linesFrom(40)).toEqual([expect.stringMatching(/the start waits, next attempt in 1 s$/)]);
      expect(slack.isReceiving?.()).toBe(true);
    },
  );

  it.each([
    ["auth.test", "invalid_auth"],
    ["auth.test", "account_inactive"],
    ["apps.connections.open", "not_allowed_token_type"],
  ])("is refused with what to do if a token is: %s, %s", async (method, error) => {
    const { workspace, slack } = await openUnstarted();
    workspace.faults.next({ method, kind: "refused", error });
    await expect(slack.start(startSmallPack())).rejects.toThrow(
      `(An API error occurred: ${error}): check SLACK_BOT_TOKEN`,
    );
  });

  it("that waits ends when the bot is stopped", async () => {
    const { workspace, slack, linesFrom } = await openUnstarted();
    workspace.faults.always({ method: "auth.test", kind: "refused", error: "fatal_error" });
    const starting = slack.start(startSmallPack()).catch(String);
    await workspace.until(() => linesFrom(40).length > 0 || undefined).catch(() => {});
    await slack.stop();
    expect(await starting).toContain("Slack can't be used");
  });
});

describe("a stop while Slack asks to wait for minutes", () => {
  const longWait = { method: "chat.postMessage", kind: "rateLimited", retryAfter: 300 } as const;

  it("leaves the answer for the next start, which sends it once", async () => {
    let hasLeaseExpired = false;
    const store = createMemoryStore(() => Date.now() + (hasLeaseExpired ? leaseMs : 0));
    const { workspace, slack, ana, said } = await openChannel("socket", { core: startSmallPack(store) });
    const end = workspace.faults.always(longWait);
    ana.says(ana.dm, "I lost my key");
    ana.says(ana.dm, "my window is stuck");
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    await slack.stop();
    expect(said(ana.dm)).toEqual([]);
    end();
    hasLeaseExpired = true;
    const core = startSmallPack(store);
    const { slack: next } = await startBot(workspace, { transport: "socket", core });
    await core.redeliverPending([next]);
    expect(said(ana.dm).map(({ text }) => text.split("\n")[0])).toEqual([
      "I lost the key",
      "The window does not open",
    ]);
  });
});
