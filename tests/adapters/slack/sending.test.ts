import { describe, expect, it } from "vitest";
import { realClock } from "../../../local/shared/clock.ts";
import type { WebApiFault } from "../../../local/slack/faults.ts";
import { deliverLate } from "./deliver-late.ts";
import { openChannel } from "./open-channel.ts";
import { startBot } from "./start-slack.ts";

/** When posts were made, in milliseconds, by channel. */
function postsIn({ calls }: { readonly calls: readonly { method: string; args: object; at: number }[] }) {
  return (channel: string) =>
    calls.flatMap(({ method, args, at }) =>
      method === "chat.postMessage" && "channel" in args && args.channel === channel ? [at] : [],
    );
}

describe("posts", () => {
  it("go to one channel a second apart and in their order, to another meanwhile", async () => {
    const { workspace, slack, ana, bo, said } = await openChannel("socket", {
      workspace: { clock: realClock },
    });
    const toAna = { kind: "thread", channel: ana.dm, user: ana.id };
    const sent = [deliverLate(slack, toAna, "1"), deliverLate(slack, toAna, "2")];
    sent.push(deliverLate(slack, { ...toAna, channel: bo.dm }, "3"));
    await Promise.all(sent);
    const [first = 0, second = 0] = postsIn(workspace)(ana.dm);
    const [other = 0] = postsIn(workspace)(bo.dm);
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(other).toBeLessThan(second);
    const metadata = said(ana.dm).map((message) => JSON.stringify(message.metadata));
    expect(metadata).toEqual([expect.stringContaining('"1/0"'), expect.stringContaining('"2/0"')]);
  });

  it("wait as long as Slack asks", async () => {
    const { workspace, ana, said, answer } = await openChannel("socket");
    workspace.faults.next({ method: "chat.postMessage", kind: "rateLimited", retryAfter: 1 });
    const asked = Date.now();
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
    expect(Date.now() - asked).toBeGreaterThanOrEqual(1000);
    expect(said(ana.dm).length).toBe(1);
  });

  const faults: readonly WebApiFault[] = [
    { method: "chat.postMessage", kind: "lostAnswer" },
    { method: "chat.postMessage", kind: "lostRequest" },
    { method: "chat.postMessage", kind: "serverError" },
    { method: "chat.postMessage", kind: "serverError", status: 503 },
  ];
  it.each(faults)("are seen once after $kind $status", async (fault) => {
    const { workspace, ana, channel, said, settled } = await openChannel("socket");
    workspace.faults.next(fault);
    ana.says(channel, "@signpost I lost my key");
    await settled();
    expect(said().map(({ text }) => text.split("\n")[0])).toEqual(["I lost the key"]);
  });

  it("whose outcome nobody knew before a restart are looked for and not made again", async () => {
    const { workspace, slack, ana, said } = await openChannel("socket");
    const place = { kind: "thread", channel: ana.dm, user: ana.id };
    workspace.faults.next({ method: "chat.postMessage", kind: "lostAnswer" });
    const sending = deliverLate(slack, place);
    await workspace.until(() => said(ana.dm)[0]);
    const { slack: next } = await startBot(workspace, { transport: "socket", core: undefined });
    await Promise.all([sending, deliverLate(next, place)]);
    expect(said(ana.dm).length).toBe(1);
  });

  it.each(["invalid_blocks", "msg_blocks_too_long"])(
    "hold the same as text where Slack says %s",
    async (error) => {
      const { workspace, slack, ana, said } = await openChannel("socket");
      workspace.faults.next({ method: "chat.postMessage", kind: "refused", error });
      await deliverLate(slack, { kind: "thread", channel: ana.dm, user: ana.id });
      const [message] = said(ana.dm);
      expect(message?.blocks ?? []).toEqual([]);
      expect(message?.text).toBe("Late\n\nIt is &lt;late&gt;.");
    },
  );

  it("to a place that is closed go to the direct messages of who asked", async () => {
    const { workspace, slack, ana, channel, answer } = await openChannel("socket");
    workspace.archive(channel);
    await deliverLate(slack, { kind: "thread", channel, user: ana.id });
    expect((await answer(ana.dm)).text).not.toBe("");
  });
});

describe("links", () => {
  it("show no preview, in posts nor in responses", async () => {
    const { workspace, ana, channel, answer } = await openChannel("socket");
    ana.says(ana.dm, "I lost my key");
    await ana.types(channel, "/aws-help I lost my key");
    await Promise.all([answer(ana.dm), answer()]);
    const sent = workspace.calls.filter(({ method }) => /chat.postMessage|response_url/.test(method));
    expect(sent.length).toBe(2);
    for (const { args } of sent) {
      const said = "unfurl_links" in args ? args : JSON.parse(String(args.text));
      expect(String([said.unfurl_links, said.unfurl_media, said.mrkdwn])).toBe("false,false,false");
    }
  });
});
