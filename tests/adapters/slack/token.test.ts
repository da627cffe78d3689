import { describe, expect, it } from "vitest";
import { leaseMs } from "../../../src/runtime/events/claims.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { until } from "../../support/until.ts";
import { openLog } from "./lines.ts";
import { openChannel } from "./open-channel.ts";

const connecting = "apps.connections.open";

describe("a bot token that Slack refuses while the bot runs", () => {
  it.each(["invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"])(
    "is said once, keeps the answer, and is noticed when it is taken again: %s",
    async (error) => {
      let hasLeaseExpired = false;
      const now = () => Date.now() + (hasLeaseExpired ? leaseMs : 0);
      const core = startSmallPack(createMemoryStore(now));
      const { log, linesFrom } = openLog();
      const { workspace, slack, ana, bo, said, answer } = await openChannel("socket", { core, log });
      const ends = ["chat.postMessage", "auth.test"].map((method) =>
        workspace.faults.always({ method, kind: "refused", error }),
      );
      ana.says(ana.dm, "I lost my key");
      bo.says(bo.dm, "I lost my key");
      await until(() => slack.isReceiving?.() === false || undefined);
      await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
      expect(linesFrom(60)).toEqual([expect.stringContaining(`SLACK_BOT_TOKEN is refused (${error}): copy`)]);
      for (const end of ends) end();
      await until(() => slack.isReceiving?.() || undefined);
      expect([...said(ana.dm), ...said(bo.dm, bo)]).toEqual([]);
      hasLeaseExpired = true;
      await core.redeliverPending([slack]);
      await Promise.all([answer(ana.dm), answer(bo.dm, 0, bo)]);
      expect(said(ana.dm).length).toBe(1);
    },
  );
});

describe("an app token that Slack refuses at a reconnect", () => {
  it.each(["invalid_auth", "account_inactive", "token_revoked", "not_allowed_token_type"])(
    "is said once, ends nothing, and the connection comes back by itself: %s",
    async (error) => {
      const { log, linesFrom } = openLog();
      const { workspace, slack, ana, answer } = await openChannel("socket", { log });
      expect(slack.isReceiving?.()).toBe(true);
      const end = workspace.faults.always({ method: connecting, kind: "refused", error });
      workspace.faults.dropSockets();
      await until(() => slack.isReceiving?.() === false || undefined);
      await until(() => linesFrom(60).length > 0 || undefined);
      end();
      await until(() => slack.isReceiving?.() || undefined);
      ana.says(ana.dm, "I lost my key");
      await answer(ana.dm);
      expect(linesFrom(60)).toEqual([
        expect.stringContaining(`SLACK_APP_TOKEN is refused (${error}): create`),
      ]);
    },
  );

  it("or that is refused in another way ends nothing either", async () => {
    const { workspace, slack } = await openChannel("socket");
    workspace.faults.next({ method: connecting, kind: "page", status: 503, body: "<html>" });
    workspace.faults.next({ method: connecting, kind: "refused", error: "a_code_of_tomorrow" });
    workspace.faults.next({ method: connecting, kind: "lostAnswer" });
    workspace.faults.dropSockets();
    await until(() => slack.isReceiving?.() === false || undefined);
    await until(() => slack.isReceiving?.() || undefined);
  });
});
