import { describe, expect, it } from "vitest";
import type { WorkspaceMessage } from "../../../local/slack/state/model.ts";
import { createLog } from "../../../src/insight/log.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { labelsOf } from "./labels-of.ts";
import { agentApp } from "./manifests.ts";
import { openChannel } from "./open-channel.ts";
import { readMessage } from "./read-message.ts";
import type { Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];
const lost = "I lost my key";
const stuck = "my window is stuck";

async function open(transport: Transport, others: Parameters<typeof openChannel>[1] = {}) {
  const opened = await openChannel(transport, { ...others, workspace: { ...agentApp, ...others.workspace } });
  const { workspace, ana, bo, said } = opened;
  /** What the bot said in a thread of ana's DM. */
  const inThread = ({ ts }: WorkspaceMessage) => said(ana.dm).filter(({ thread }) => thread === ts);
  const answerIn = (root: WorkspaceMessage, index = 0) => workspace.until(() => inThread(root)[index]);
  const promptsOf = (person: typeof ana | typeof bo = ana) => workspace.data.prompts[person.dm];
  return { ...opened, inThread, answerIn, promptsOf };
}

describe.each(transports)("the agent view by %s", (transport) => {
  it("suggests the topics where a person opens their direct messages, and answers the one they pick", async () => {
    const { workspace, ana, bo, promptsOf, answerIn } = await open(transport);
    ana.opensHome("messages");
    expect(await workspace.until(promptsOf)).toEqual({
      title: "What is it about?",
      prompts: [
        { title: "A key", message: "A key" },
        { title: "A window", message: "A window" },
      ],
    });
    expect(promptsOf(bo)).toBeUndefined();
    expect((await answerIn(ana.picksPrompt("A window"))).text).toMatch(/The window does not open/);
    expect(workspace.data.warnings).toEqual([]);
  });

  it("answers each message in its thread, and each thread is a conversation of its own", async () => {
    const { ana, said, answerIn } = await open(transport);
    const first = ana.says(ana.dm, lost);
    const second = ana.says(ana.dm, stuck);
    expect((await answerIn(first)).text).toMatch(/^I lost the key/);
    expect((await answerIn(second)).text).toMatch(/^The window does not open/);
    ana.says(ana.dm, "still not working", { thread: first.ts });
    expect(readMessage(await answerIn(first, 1))).toContain("Look once more");
    const third = ana.says(ana.dm, "still not working");
    expect(readMessage(await answerIn(third))).not.toContain("Look once more");
    expect(said(ana.dm)).toHaveLength(4);
  });

  it("answers a press in the thread of its message, of any age", async () => {
    const { ana, answerIn, inThread } = await open(transport);
    const root = ana.says(ana.dm, lost);
    await ana.presses(await answerIn(root), "Still stuck");
    expect(readMessage(await answerIn(root, 1))).toContain("Look once more");
    expect(inThread(root)).toHaveLength(2);
  });

  it("makes a message that the bot sends by itself the beginning of a conversation", async () => {
    const { workspace, slack, ana, said, answerIn } = await open(transport);
    const address = { adapter: "slack", data: JSON.stringify({ kind: "home", user: ana.id }) };
    const words = { locale: "en", title: "From the team", blocks: [], buttons: [] };
    const posted = await slack.deliver(address, words, { audience: "direct", key: "k" });
    const [sent] = said(ana.dm);
    if (!sent) throw new Error("nothing was sent");
    expect(posted?.conversation).toBe(`slack/${workspace.teamId}/${ana.dm}/${sent.ts}`);
    ana.says(ana.dm, lost, { thread: sent.ts });
    expect((await answerIn(sent)).text).toMatch(/^I lost the key/);
  });

  it("acknowledges without a word what a person is looking at", async () => {
    const { workspace, ana, channel, answerIn, settled, said } = await open(transport, {
      workspace: { events: [...agentApp.events, "app_context_changed"] },
    });
    ana.looksAt(channel);
    ana.opensHome("messages");
    await answerIn(ana.says(ana.dm, lost));
    await settled();
    expect(said(ana.dm)).toHaveLength(1);
    expect(said(channel)).toEqual([]);
    expect(workspace.pendingEvents()).toBe(0);
  });

  it("loses nothing where the prompts are refused, or Slack has a fault", async () => {
    const lines: string[] = [];
    const log = createLog("warn", { write: (line) => void lines.push(line) });
    const { workspace, ana, answerIn, promptsOf, settled } = await open(transport, { log });
    workspace.faults.next({
      method: "assistant.threads.setSuggestedPrompts",
      kind: "refused",
      error: "access_denied",
    });
    ana.opensHome("messages");
    expect((await answerIn(ana.says(ana.dm, lost))).text).toMatch(/^I lost the key/);
    await workspace.until(() => lines.some((line) => line.includes("topics not suggested")) || undefined);
    workspace.faults.next({ method: "assistant.threads.setSuggestedPrompts", kind: "serverError" });
    ana.opensHome("messages");
    expect(await workspace.until(promptsOf)).toBeDefined();
    await settled();
    expect(workspace.pendingEvents()).toBe(0);
  });
});

describe("suggested topics", () => {
  it("are in the language that the person chose, at most four, and change with it", async () => {
    const store = createMemoryStore(Date.now);
    const { workspace, ana, promptsOf, answerIn } = await open("socket", { core: startOurs({ store }) });
    ana.opensHome("messages");
    const titles = () => promptsOf()?.prompts.map(({ title }) => title);
    expect((await workspace.until(titles))[0]).toBe("I can't get into AWS");
    await answerIn(ana.says(ana.dm, "tiếng Việt"));
    await workspace.until(() => (titles()?.[0] === "Tôi không vào được AWS" ? true : undefined));
    expect(titles()).toHaveLength(4);
    expect(promptsOf()?.title).toBe("Mình giúp được gì cho bạn?");
    expect(workspace.data.warnings).toEqual([]);
  });

  it("each lead to their topic", async () => {
    const { ana, promptsOf, workspace, answerIn } = await open("socket", { core: startOurs() });
    ana.opensHome("messages");
    const { prompts } = await workspace.until(promptsOf);
    for (const { title } of prompts) {
      const answer = await answerIn(ana.picksPrompt(title));
      expect(labelsOf(answer).length).toBeGreaterThan(3);
      expect(readMessage(answer)).not.toContain("Pick what comes closest");
    }
  });
});

describe("an app without the agent view", () => {
  it("is asked for no prompts, and its direct messages are one conversation", async () => {
    const { workspace, ana, said, answer, settled } = await openChannel("socket");
    ana.opensHome("messages");
    ana.says(ana.dm, lost);
    expect((await answer(ana.dm)).thread).toBeUndefined();
    ana.says(ana.dm, "still not working");
    expect(readMessage(await answer(ana.dm, 1))).toContain("Look once more");
    await settled();
    expect(said(ana.dm)).toHaveLength(2);
    expect(workspace.calls.filter(({ method }) => method.startsWith("assistant."))).toEqual([]);
  });
});
