import { describe, expect, it } from "vitest";
import type { WebApiFault } from "../../../local/slack/faults.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { openLog } from "./lines.ts";
import { openChannel } from "./open-channel.ts";

const post = { method: "chat.postMessage" } as const;
const firstLines = (messages: readonly { readonly text: string }[]) =>
  messages.map(({ text }) => text.split("\n")[0]);

describe("an answer that its channel refuses", () => {
  it.each([
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_non_threadable_channel",
    "restricted_action",
    "message_limit_exceeded",
    "access_denied",
    "team_access_not_granted",
    "channel_type_not_supported",
    "ekm_access_denied",
    "thread_not_found",
    "is_archived",
    "no_permission",
    "a_code_of_tomorrow",
  ])("goes to the direct messages of who asked at once: %s", async (error) => {
    const { workspace, ana, bo, channel, said, settled } = await openChannel("socket");
    workspace.faults.always({ ...post, channel, kind: "refused", error });
    ana.says(channel, "@signpost I lost my key");
    await settled();
    expect(firstLines(said(ana.dm))).toEqual(["I lost the key"]);
    expect([...said(channel, bo), ...said(bo.dm, bo)]).toEqual([]);
    expect(workspace.calls.filter(({ method }) => method === post.method).length).toBe(1);
  });

  it("is shown where it was asked, for one person's eyes, if their direct messages refuse it too", async () => {
    const { workspace, ana, bo, channel, said, settled } = await openChannel("http");
    workspace.faults.always({ ...post, kind: "refused", error: "restricted_action_thread_locked" });
    ana.says(channel, "@signpost I lost my key");
    await settled();
    expect(said()).toMatchObject([{ visibleTo: ana.id }]);
    expect(said(channel, bo)).toEqual([]);
  });

  it("is finished where everything refuses it", async () => {
    const store = createMemoryStore(Date.now);
    const core = startSmallPack(store);
    const { workspace, ana, channel, settled } = await openChannel("socket", { core });
    for (const method of ["chat.postMessage", "chat.postEphemeral", "conversations.open"]) {
      workspace.faults.always({ method, kind: "refused", error: "message_limit_exceeded" });
    }
    ana.says(channel, "@signpost I lost my key");
    await settled();
    expect(await store.unfinished()).toEqual([]);
  });

  it("with a code that nobody knows is logged once for the code", async () => {
    const { log, linesFrom } = openLog();
    const { workspace, ana, bo, channel, answer } = await openChannel("socket", { log });
    workspace.faults.always({ ...post, channel, kind: "refused", error: "a_code_of_tomorrow" });
    ana.says(channel, "@signpost I lost my key");
    bo.says(channel, "@signpost I lost my key");
    await Promise.all([answer(ana.dm), answer(bo.dm, 0, bo)]);
    expect(linesFrom(50)).toEqual(["slack: unknown refusal, answers take another way"]);
  });
});

describe("an answer that Slack fails to take", () => {
  const page = { ...post, kind: "page" } as const;
  const faults: readonly (readonly [string, WebApiFault])[] = [
    ...["fatal_error", "internal_error", "service_unavailable", "request_timeout", "ratelimited"].map(
      (error) => [error, { ...post, kind: "refused", error }] as const,
    ),
    ["a page with 200", { ...page, status: 200, body: "<!doctype html><p>down" }],
    ["nothing with 200", { ...page, status: 200, body: "" }],
    ["null with 200", { ...page, status: 200, body: "null" }],
    ["an empty object", { ...page, status: 200, body: "{}" }],
    ["429 without Retry-After", { ...page, status: 429, body: "" }],
    ["Cloudflare's challenge", { ...page, status: 403, body: "<html>Attention Required!" }],
    ["Cloudflare's 520", { ...page, status: 520, body: "<html>" }],
    ["a lost answer", { ...post, kind: "lostAnswer" }],
  ];
  it.each(faults)("is looked for and sent again within seconds: %s", async (_, fault) => {
    const { workspace, ana, channel, said, settled } = await openChannel("socket");
    workspace.faults.next(fault);
    ana.says(channel, "@signpost I lost my key");
    await settled();
    expect(firstLines(said())).toEqual(["I lost the key"]);
    expect(said(ana.dm)).toEqual([]);
    expect(workspace.calls.map(({ method }) => method)).toContain("conversations.replies");
  });

  it("reaches a person's direct messages although these open only at the second try", async () => {
    const { workspace, ana, channel, said, settled } = await openChannel("socket");
    workspace.faults.always({ ...post, channel, kind: "refused", error: "is_archived" });
    workspace.faults.next({ method: "conversations.open", kind: "refused", error: "internal_error" });
    ana.says(channel, "@signpost I lost my key");
    await settled();
    expect(firstLines(said(ana.dm))).toEqual(["I lost the key"]);
  });
});

describe("a form that Slack fails to open", () => {
  const open = { method: "views.open", kind: "refused" } as const;

  it("is opened at the second try", async () => {
    const { workspace, ana, channel, answer } = await openChannel("socket");
    await ana.types(channel, "/aws-help");
    workspace.faults.next({ ...open, error: "internal_error" });
    await ana.presses(await answer(), "Describe it myself");
    await workspace.until(() => workspace.modal(ana));
  });

  it("is not said to have failed if it opened and the response was lost", async () => {
    const { workspace, ana, channel, answer, said, settled } = await openChannel("socket");
    await ana.types(channel, "/aws-help");
    workspace.faults.next({ method: "views.open", kind: "lostAnswer" });
    await ana.presses(await answer(), "Describe it myself");
    await settled();
    expect(workspace.modal(ana)).toBeDefined();
    expect(said().length).toBe(1);
  });

  it("says so in the direct messages where the press has no response_url", async () => {
    const { workspace, ana, channel, answer, said, settled } = await openChannel("socket");
    await ana.types(channel, "/aws-help");
    workspace.faults.always({ ...open, error: "a_code_of_tomorrow" });
    workspace.faults.changeInteractions((body) => ({ ...body, response_url: undefined }));
    await ana.presses(await answer(), "Describe it myself");
    await settled();
    expect(said(ana.dm).map(({ text }) => text)).toEqual([startSmallPack().surface("en").formFailed]);
  });
});
