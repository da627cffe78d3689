import { describe, expect, it, onTestFinished } from "vitest";
import { startWorkspace } from "../../local/slack/workspace.ts";
import { startBot } from "../adapters/slack/start-slack.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { en, handOver, openTeam, readMessage, vi } from "./slack-team.ts";

describe("a person who asks the team", () => {
  it("is told to the team in its language, with the question, the topic and what was tried", async () => {
    const opened = await openTeam();
    await handOver(opened);
    const post = readMessage(await opened.answer(opened.tina, opened.team));
    expect(post).toContain("minh needs help");
    expect(post).toContain("quên mật khẩu root user");
    expect(post).toMatch(/They asked on \d{1,2} \w+ \d{4}, \d\d:\d\d UTC\./);
    expect(post).toContain(ourKnowledge.find("forgot-root-password")?.text.en?.short);
    expect(readMessage(await opened.answer(opened.minh, opened.minh.dm, 2))).toBe(vi.team.passedOn);
  });

  it("sees who took it, reads what the team writes to the bot, and writes back; all of it after a restart", async () => {
    const opened = await openTeam();
    const { minh, tina, tom, team, answer, restart, workspace } = opened;
    await handOver(opened);
    const post = await answer(tina, team);
    await restart();
    await tina.presses(post, en.buttons.take);
    expect(readMessage(await answer(minh, minh.dm, 3))).toBe(vi.team.takenForYou.replace("{name}", "tina"));
    await tom.presses(post, en.buttons.take);
    await workspace.until(() =>
      opened
        .said(tom, team)
        .find((message) => readMessage(message).startsWith("tina has been looking into it since ")),
    );

    tina.says(team, "@signpost which mailbox is it? write to it@example.com", { thread: post.ts });
    const relayed = readMessage(await answer(minh, minh.dm, 4));
    expect(relayed).toContain("which mailbox is it? write to it@example.com");
    tom.says(team, "I know him", { thread: post.ts });

    await restart();
    minh.says(minh.dm, "hộp thư công ty ạ");
    const words = await workspace.until(() =>
      opened.said(tina, team).find((message) => readMessage(message).includes("hộp thư công ty")),
    );
    expect(words.thread).toBe(post.ts);
    expect(readMessage(await answer(minh, minh.dm, 5))).toBe(vi.team.passedOnWords);
    expect(opened.said(minh, minh.dm).map(readMessage).join()).not.toContain("I know him");

    const header = await opened.headerWith(tina, en.buttons.close);
    expect(readMessage(header)).toMatch(/tina has been looking into it since \d/);
    await tom.presses(header, en.buttons.close);
    const question = await opened.saying(tom, team, "Close it? minh will be told.");
    await tom.presses(question, en.buttons.closeNow);
    expect(readMessage(await answer(minh, minh.dm, 6))).toBe(vi.team.closedForYou.replace("{name}", "tom"));
  });

  it("is handed over once, however often they press", async () => {
    const opened = await openTeam();
    await handOver(opened);
    opened.minh.says(opened.minh.dm, vi.buttons.askTeam);
    expect(readMessage(await opened.answer(opened.minh, opened.minh.dm, 3))).toBe(vi.team.waiting);
    expect(opened.said(opened.tina, opened.team).length).toBe(1);
  });

  it("is told the truth where the team can't be reached, and led on", async () => {
    const opened = await openTeam();
    const { workspace, minh, answer } = opened;
    minh.says(minh.dm, "quên mật khẩu root user của tài khoản aws, không thấy email đặt lại");
    await minh.presses(await answer(minh, minh.dm), vi.buttons.stuck);
    const stuck = await answer(minh, minh.dm, 1);
    workspace.faults.next({ method: "chat.postMessage", kind: "refused", error: "channel_not_found" });
    await minh.presses(stuck, vi.buttons.askTeam);
    const refused = await answer(minh, minh.dm, 2);
    expect(readMessage(refused)).toBe(vi.team.unreachable);
    await minh.presses(refused, vi.buttons.askTeam);
    expect(readMessage(await answer(minh, minh.dm, 3))).toBe(vi.team.passedOn);
  });

  it("answers the team in a form, in any place, and nobody else can", async () => {
    const opened = await openTeam();
    const { workspace, minh, tina, team, answer } = opened;
    await handOver(opened);
    await minh.presses(await answer(minh, minh.dm, 2), vi.buttons.addToTeam);
    const modal = await workspace.until(() => workspace.modal(minh));
    await minh.submits(modal, { reply: "tài khoản của công ty" });
    const post = await answer(tina, team);
    const added = await answer(tina, team, 1);
    expect([added.thread, readMessage(added).includes("tài khoản của công ty")]).toEqual([post.ts, true]);
    expect(readMessage(await answer(minh, minh.dm, 3))).toBe(vi.team.passedOnWords);
  });
});

describe("without a team", () => {
  it("the button is not shown", async () => {
    const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
    onTestFinished(() => workspace.close());
    const minh = workspace.person("minh");
    await startBot(workspace, { transport: "socket", core: startOurs() });
    minh.says(minh.dm, "tôi muốn gặp người thật");
    const shown = await workspace.until(() =>
      workspace.messagesSeenBy(minh, minh.dm).find(({ botId }) => botId !== undefined),
    );
    expect(JSON.stringify(shown)).not.toContain(vi.buttons.askTeam);
  });
});
