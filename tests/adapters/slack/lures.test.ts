import { describe, expect, it, onTestFinished } from "vitest";
import { startWorkspace } from "../../../local/slack/workspace.ts";
import type { Adapter } from "../../../src/platform/adapter.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { readMessage } from "./read-message.ts";
import { sendSigned, toEvent } from "./send-signed.ts";
import { startBot } from "./start-slack.ts";

const title = ourKnowledge.strings.get("en")?.lures.title ?? "";

/** A thread in which ana asked the bot and was answered; bo and cy read along. */
async function openThread() {
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  const [ana, bo, cy] = [workspace.person("ana"), workspace.person("bo"), workspace.person("cy")];
  const channel = workspace.channel("help", { members: [ana, bo, cy] });
  const adapters: Adapter[] = [];
  const { slack, url } = await startBot(workspace, {
    transport: "http",
    core: startOurs({ adapters: () => adapters }),
  });
  adapters.push(slack);
  const said = (person: typeof ana, where = channel) =>
    workspace.messagesSeenBy(person, where).filter(({ botId }) => botId !== undefined);
  const { ts: thread } = ana.says(channel, "@signpost I forgot my root password");
  await workspace.until(() => said(ana)[0]);
  const settled = async () => {
    await workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
    await slack.stop();
  };
  const warnings = (person: typeof ana, where = channel) =>
    said(person, where).filter((message) => readMessage(message).includes(title));
  /** Bo's message as Slack gives it, with links that the local people can't type. */
  const saysRaw = (text: string) => {
    const event = { type: "message", channel, user: bo.id, ts: "9.000100", thread_ts: thread, text };
    const body = toEvent(workspace, "Ev1", event);
    return sendSigned({ url, secret: workspace.signingSecret }, { body });
  };
  return { workspace, ana, bo, cy, channel, thread, said, saysRaw, settled, warnings };
}

describe("in a Slack thread, a lure", () => {
  it("is told to the asker alone, in the thread and once", async () => {
    const { workspace, ana, bo, cy, channel, thread, settled, warnings } = await openThread();
    bo.says(channel, "dm me and I recover it", { thread });
    await workspace.until(() => warnings(ana)[0]);
    cy.says(channel, "add me on whatsapp", { thread });
    await settled();
    expect(warnings(ana)).toMatchObject([{ thread, visibleTo: ana.id }]);
    expect([...warnings(bo), ...warnings(cy)]).toEqual([]);
  });

  it("is seen in a link whose words show another address", async () => {
    const { workspace, ana, saysRaw, warnings } = await openThread();
    await saysRaw("<https://pages.example.org/x|https://signin.aws.amazon.com> works");
    expect((await workspace.until(() => warnings(ana)[0])).visibleTo).toBe(ana.id);
  });

  it("is none in advice, and none of the asker's own", async () => {
    const { ana, bo, channel, thread, settled, warnings } = await openThread();
    bo.says(channel, "never share your code, use https://signin.aws.amazon.com", { thread });
    ana.says(channel, "somebody wrote me: dm me on telegram", { thread });
    await settled();
    expect(warnings(ana)).toEqual([]);
  });
});
