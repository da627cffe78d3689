import { describe, expect, it } from "vitest";
import type { Workspace } from "../../../local/slack/workspace.ts";
import { labelsOf } from "./labels-of.ts";
import { startSlack, type Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];

/** A watched channel, and one that is not, each with ana and bo in it. */
async function open(transport: Transport, mode = "questions") {
  let help = "";
  const started = await startSlack(transport, {
    workspace: { burst: Number.POSITIVE_INFINITY },
    prepare: (workspace) => {
      help = channelOf(workspace, "help");
      return { SLACK_HELP_CHANNELS: `${help}:${mode}` };
    },
  });
  const { workspace } = started;
  const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
  const other = channelOf(workspace, "other");
  /** What the bot said there, as somebody sees it. */
  const said = (channel: string, person = ana) =>
    workspace.messagesSeenBy(person, channel).filter(({ botId }) => botId !== undefined);
  const answer = (channel: string, index = 0, person = ana) =>
    workspace.until(() => said(channel, person)[index]);
  /** Waits until every event is acknowledged. */
  const acknowledged = () => workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
  /** The same, and everything that came of it is sent; the bot has ended. */
  const settled = async () => {
    await acknowledged();
    await started.slack.stop();
  };
  return { ...started, ana, bo, help, other, said, answer, acknowledged, settled };
}

function channelOf(workspace: Workspace, name: string): string {
  return workspace.channel(name, { members: [workspace.person("ana"), workspace.person("bo")] });
}

describe.each(transports)("Slack by %s", (transport) => {
  it("answers the command to who typed it alone", async () => {
    const { ana, bo, other, said, answer } = await open(transport);
    expect(await ana.types(other, "/aws-help I lost my key")).toMatchObject({ kind: "acknowledged" });
    expect((await answer(other)).text).toMatch(/^I lost the key/);
    expect(said(other, bo)).toEqual([]);
  });

  it("shows the topics and what to type where the command stands alone", async () => {
    const { ana, other, answer } = await open(transport);
    await ana.types(other, "/aws-help");
    const shown = await answer(other);
    expect(labelsOf(shown)).toEqual(expect.arrayContaining(["A key", "A window", "Describe it myself"]));
    expect(shown.text).toContain("/aws-help ");
  });

  it("answers the command also where the bot is no member", async () => {
    const { workspace, ana, answer } = await open(transport);
    const foreign = workspace.channel("foreign", { members: [ana], hasApp: false });
    await ana.types(foreign, "/aws-help my window is stuck");
    expect((await answer(foreign)).text).toMatch(/^The window does not open/);
  });

  it("shares what one person saw with the channel, without their private buttons", async () => {
    const { ana, bo, other, answer } = await open(transport);
    await ana.types(other, "/aws-help I lost my key");
    await ana.presses(await answer(other), "Share with the channel");
    const shared = await answer(other, 0, bo);
    expect(shared.text).toMatch(/^Shared by ana\n\nI lost the key\n\nThe question was: "I lost my key"/);
    expect(labelsOf(shared)).not.toContain("Share with the channel");
  });

  it("answers a direct message there, in its thread if it has one", async () => {
    const { workspace, ana, answer } = await open(transport);
    const first = ana.says(ana.dm, "I lost my key");
    expect((await answer(ana.dm)).thread).toBeUndefined();
    ana.says(ana.dm, "my window is stuck", { thread: first.ts });
    const [, second] = await workspace.until(() => {
      const all = workspace.messagesSeenBy(ana, ana.dm).filter(({ botId }) => botId !== undefined);
      return all.length === 2 ? all : undefined;
    });
    expect(second?.thread).toBe(first.ts);
  });

  it("answers a mention anywhere in a thread, and its message twin not at all", async () => {
    const { ana, other, said, answer, settled } = await open(transport);
    const asked = ana.says(other, "@signpost I lost my key");
    expect((await answer(other)).thread).toBe(asked.ts);
    await settled();
    expect(said(other).length).toBe(1);
  });

  it("goes on in the thread without a new mention, as long as nobody else writes there", async () => {
    const { ana, bo, other, said, answer, acknowledged, settled } = await open(transport);
    const { ts: thread } = ana.says(other, "@signpost I lost my key");
    await answer(other);
    ana.says(other, "still not working", { thread });
    expect((await answer(other, 1)).text).toMatch(/^Let's try a few more things/);
    bo.says(other, "I had that once", { thread });
    await acknowledged();
    ana.says(other, "still not working", { thread });
    await acknowledged();
    ana.says(other, "@signpost still not working", { thread });
    await answer(other, 2);
    await settled();
    expect(said(other).length).toBe(3);
  });

  it("finds an answer to somebody's message, for who asked for it alone", async () => {
    const { ana, bo, other, said, answer } = await open(transport);
    const asked = bo.says(other, "my window is stuck");
    expect(await ana.usesShortcut("find_answer", asked)).toMatchObject({ kind: "acknowledged" });
    expect((await answer(other)).text).toMatch(/^The window does not open/);
    expect(said(other, bo)).toEqual([]);
  });

  it("shows the topics in the App Home and answers there what is pressed and typed", async () => {
    const { workspace, ana } = await open(transport);
    ana.opensHome();
    const home = await workspace.until(() => workspace.home(ana));
    expect(JSON.stringify(home)).toContain("What is it about?");
    await ana.presses(home, "A key");
    const answered = await workspace.until(() => {
      const now = workspace.home(ana);
      return now && JSON.stringify(now).includes("Keys turn up.") ? now : undefined;
    });
    await ana.enters(answered, "search", "my window is stuck");
    await workspace.until(() =>
      JSON.stringify(workspace.home(ana)).includes("The window does not open") ? true : undefined,
    );
  });
});

describe("a help channel", () => {
  it("is answered in a thread where the answer is known, and silent where it is not", async () => {
    const { ana, help, said, answer, settled } = await open("socket");
    const asked = ana.says(help, "I lost my key");
    expect((await answer(help)).thread).toBe(asked.ts);
    ana.says(help, "hello everybody");
    ana.says(help, "does anybody know a good restaurant in town");
    await settled();
    expect(said(help).length).toBe(1);
  });

  it("with the mode mentions waits to be mentioned", async () => {
    const { ana, help, said, answer, acknowledged, settled } = await open("socket", "mentions");
    ana.says(help, "I lost my key");
    await acknowledged();
    const { ts: mentioned } = ana.says(help, "@signpost I lost my key");
    await answer(help);
    await settled();
    expect(said(help)).toMatchObject([{ thread: mentioned }]);
  });

  it("lets who asked remove what was said unasked, and nobody else", async () => {
    const { workspace, ana, bo, help, said, answer } = await open("socket");
    ana.says(help, "I lost my key");
    const shown = await answer(help);
    await bo.presses(shown, "Not helpful, remove it");
    expect((await answer(help, 1, bo)).text).toMatch(/^Only the person who asked/);
    expect(said(help).length).toBe(1);
    await ana.presses(shown, "Not helpful, remove it");
    await workspace.until(() => (said(help).length === 0 ? true : undefined));
  });
});

describe("what is not for the bot", () => {
  it("is left alone: edits, channels that it does not watch, other bots' and its own words", async () => {
    const { ana, other, help, said, settled } = await open("socket");
    const asked = ana.says(other, "I lost my key");
    ana.edits(asked, "I lost my key, help");
    ana.deletes(ana.says(help, "nothing"));
    await settled();
    expect([...said(other), ...said(help)]).toEqual([]);
  });
});
