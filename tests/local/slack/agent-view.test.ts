import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { call, connectRaw, ofType } from "./raw-app.ts";

const scopes = ["assistant:write", "chat:write", "im:history"];
const events = ["app_home_opened", "app_context_changed", "message.im"];
const prompts = [{ title: "A key", message: "I lost my key" }];
const method = "assistant.threads.setSuggestedPrompts";

const openAgent = (others: Parameters<typeof openWorkspace>[0] = {}) =>
  openWorkspace({ agentView: true, scopes, events, ...others });

describe("assistant.threads.setSuggestedPrompts", () => {
  it("shows prompts in a DM in place of the earlier ones; who picks one says its message", async () => {
    const { workspace, ana } = await openAgent();
    const { setSuggestedPrompts } = createClient(workspace).assistant.threads;
    await setSuggestedPrompts({ channel_id: ana.dm, prompts: [{ title: "Old", message: "old" }] });
    await setSuggestedPrompts({ channel_id: ana.dm, prompts, title: "Welcome" });
    expect(workspace.data.prompts[ana.dm]).toEqual({ title: "Welcome", prompts });
    expect(() => ana.picksPrompt("Old")).toThrow('no prompt is called "Old"; there are: A key');
    expect(ana.picksPrompt("A key")).toMatchObject({ text: "I lost my key", channel: ana.dm });
  });

  it.each([
    ["no prompts", { prompts: [] }],
    ["five prompts", { prompts: Array.from({ length: 5 }, () => prompts[0]) }],
    ["a prompt without a message", { prompts: [{ title: "A key" }] }],
    ["an empty title", { prompts: [{ title: "", message: "m" }] }],
    ["text that is no list", { prompts: "a key" }],
    ["a thread that is no timestamp", { prompts, thread_ts: "now" }],
  ])("refuses %s", async (_, given) => {
    const { workspace, ana } = await openAgent();
    expect((await call(workspace, method, { channel_id: ana.dm, ...given })).body.error).toBe(
      "invalid_arguments",
    );
    expect(workspace.data.prompts).toEqual({});
  });

  it("refuses an argument that there is not, and what is no DM of the app", async () => {
    const { workspace, ana, channel } = await openAgent();
    const errorOf = async (args: object) => (await call(workspace, method, { prompts, ...args })).body.error;
    expect(await errorOf({ channel_id: ana.dm, channel: ana.dm })).toBe("invalid_arg_name");
    expect(await errorOf({ channel_id: channel })).toBe("channel_not_found");
    expect(await errorOf({ channel_id: "D404" })).toBe("channel_not_found");
  });

  it("takes a thread, but shows nothing, and warns of it", async () => {
    const { workspace, ana } = await openAgent();
    const { ts } = ana.says(ana.dm, "hello");
    const { body } = await call(workspace, method, { channel_id: ana.dm, prompts, thread_ts: ts });
    expect(body).toEqual({ ok: true });
    expect(workspace.data.prompts).toEqual({});
    expect(workspace.data.warnings).toEqual([
      "suggested prompts of a thread are not shown in the agent view",
    ]);
  });

  it("needs its scope and the agent view", async () => {
    for (const [others, error] of [
      [{ scopes: ["chat:write"] }, "missing_scope"],
      [{ agentView: false }, "access_denied"],
    ] as const) {
      const { workspace, ana } = await openAgent(others);
      expect((await call(workspace, method, { channel_id: ana.dm, prompts })).body.error).toBe(error);
    }
  });
});

describe("what a person is looking at", () => {
  const looking = async (others: Parameters<typeof openWorkspace>[0] = {}) => {
    const { workspace, ana, channel } = await openAgent(others);
    const app = await connectRaw(workspace, true);
    const told = () => ofType(app, "events_api").map(({ payload }) => payload.event);
    ana.opensHome("messages");
    ana.looksAt(channel);
    ana.opensHome("messages");
    ana.says(ana.dm, "hello");
    await workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
    const entities = [{ type: "slack#/types/channel_id", value: channel, team_id: workspace.teamId }];
    return { ana, told, entities };
  };

  it("is told by its event, and with messages and opened DMs", async () => {
    const { ana, told, entities } = await looking();
    expect(told()).toMatchObject([
      { type: "app_home_opened", tab: "messages", context: {} },
      { type: "app_context_changed", user: ana.id, channel: ana.dm, context: { entities } },
      { type: "app_home_opened", tab: "messages", context: { entities } },
      { type: "message", channel: ana.dm, app_context: { entities } },
    ]);
  });

  it.each([
    ["does not subscribe to it", { events: ["app_home_opened", "message.im"] }],
    ["has no agent view", { agentView: false }],
  ])("is not told to an app that %s", async (_, others) => {
    const { told } = await looking(others);
    expect(told().map(({ type }) => type)).toEqual(["app_home_opened", "app_home_opened", "message"]);
    expect(told().some((event) => "context" in event || "app_context" in event)).toBe(false);
  });

  it("is nothing that they can't see", async () => {
    const { workspace, ana } = await openAgent();
    const hidden = workspace.channel("hidden", { isPrivate: true });
    expect(() => ana.looksAt(hidden)).toThrow("does not see the channel");
  });
});
