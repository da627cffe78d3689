import { describe, expect, it } from "vitest";
import { connectApp, openWorkspace, type Transport } from "./connect-app.ts";

const transports: readonly Transport[] = ["socket", "http"];

describe.each(transports)("A Bolt app by %s", (transport) => {
  it("answers a slash command to who typed it alone", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const ben = workspace.person("ben");
    await connectApp(workspace, transport, (app) =>
      app.command("/aws-help", async ({ ack, command, respond }) => {
        await ack();
        await respond({ text: `You said ${command.text}`, response_type: "ephemeral" });
      }),
    );
    expect(await ana.types(channel, "/aws-help lost phone")).toEqual({
      kind: "acknowledged",
      message: undefined,
    });
    const [answer] = await workspace.until(() => some(workspace.messagesSeenBy(ana, channel)));
    expect(answer).toMatchObject({
      text: "You said lost phone",
      visibleTo: ana.id,
      user: workspace.botUserId,
    });
    expect(workspace.messagesSeenBy(ben, channel)).toEqual([]);
  });

  it("answers a direct message", async () => {
    const { workspace, ana } = await openWorkspace();
    await connectApp(workspace, transport, (app) =>
      app.message(
        async ({ message, say }) => void (await say(`heard ${"text" in message ? message.text : ""}`)),
      ),
    );
    ana.says(ana.dm, "my key is lost");
    const answer = await workspace.until(() => workspace.messagesSeenBy(ana, ana.dm)[1]);
    expect(answer).toMatchObject({ text: "heard my key is lost", botId: workspace.botId });
  });

  it("hears a mention twice, as message and as app_mention", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const heard: string[] = [];
    await connectApp(workspace, transport, (app) => {
      app.message(async ({ message }) => void heard.push(`message ${message.ts}`));
      app.event("app_mention", async ({ event, say }) => {
        heard.push(`app_mention ${event.ts}`);
        await say({ text: "Yes?", thread_ts: event.ts });
      });
    });
    const { ts } = ana.says(channel, "@signpost the window is stuck");
    const answer = await workspace.until(() => workspace.messagesSeenBy(ana, channel)[1]);
    expect(answer).toMatchObject({ text: "Yes?", thread: ts });
    await workspace.until(() => heard[1]);
    expect(heard.toSorted()).toEqual([`app_mention ${ts}`, `message ${ts}`]);
  });

  it("hears a press, and changes the message", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    const app = await connectApp(workspace, transport, (app) =>
      app.action("solved", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "Good!", replace_original: true });
      }),
    );
    const button = {
      type: "button" as const,
      action_id: "solved",
      text: { type: "plain_text" as const, text: "Solved" },
    };
    await app.client.chat.postMessage({
      channel,
      text: "Better?",
      blocks: [{ type: "actions", elements: [button] }],
    });
    const [message] = await workspace.until(() => some(workspace.messagesSeenBy(ana, channel)));
    if (!message) throw new Error("no message");
    expect(await ana.presses(message, "Solved")).toEqual({ kind: "acknowledged" });
    await workspace.until(() =>
      some(workspace.messagesSeenBy(ana, channel).filter(({ text }) => text === "Good!")),
    );
  });
});

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
