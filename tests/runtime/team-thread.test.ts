import { describe, expect, it } from "vitest";
import { en, handOver, openTeam, readMessage, vi } from "./slack-team.ts";

const hint = en.team.mentionToReply.replace("{name}", "minh");

describe("a helper's reply without a mention", () => {
  it("stays in the thread, and the helper alone is told once how it reaches the person", async () => {
    const opened = await openTeam();
    const { minh, tina, tom, team, saying } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    tina.says(team, "which mailbox is it?", { thread: post.ts });
    const told = await saying(tina, team, hint);
    expect([told.visibleTo, told.thread]).toEqual([tina.id, post.ts]);
    tina.says(team, "anybody an idea?", { thread: post.ts });
    tom.says(team, "I know him", { thread: post.ts });
    await saying(tom, team, hint);
    tina.says(team, "@signpost which mailbox is it?", { thread: post.ts });
    await saying(tina, team, en.team.delivered);
    expect(opened.said(tina, team).filter((message) => readMessage(message) === hint)).toHaveLength(1);
    const seen = opened.said(minh, minh.dm).map(readMessage).join("\n");
    expect(seen).toContain("which mailbox is it?");
    expect(seen).not.toMatch(/I know him|anybody an idea/);
  });

  it("goes to the person where the setting says so, but for words that begin with //", async () => {
    const opened = await openTeam("all");
    const { minh, tina, tom, team, saying } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    expect(readMessage(post)).toContain(en.team.howToAnswerAll);
    tom.says(team, "// I know him", { thread: post.ts });
    tina.says(team, "which mailbox is it?", { thread: post.ts });
    await saying(minh, minh.dm, "which mailbox is it?");
    await saying(tina, team, en.team.delivered);
    expect(opened.said(minh, minh.dm).map(readMessage).join()).not.toContain("I know him");
    expect(opened.said(tom, team).map(readMessage).join()).not.toContain(hint);
  });

  it("is no answer where a mention has no words", async () => {
    const opened = await openTeam();
    await handOver(opened);
    const post = await opened.answer(opened.tina, opened.team);
    opened.tina.says(opened.team, "@signpost", { thread: post.ts });
    await opened.saying(opened.tina, opened.team, en.team.noWords);
  });
});

describe("the team's message about a handover", () => {
  it("shows who has it and since when, that it is closed, and that it is open again", async () => {
    const opened = await openTeam();
    const { minh, tina, tom, team, saying, headerWith } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    expect(readMessage(post)).toContain(en.team.nobodyYet);
    expect(JSON.stringify(post.blocks)).not.toContain(en.buttons.close);
    await tina.presses(post, en.buttons.take);
    const taken = await headerWith(tina, en.buttons.close);
    expect(readMessage(taken)).toMatch(
      /tina has been looking into it since \d{1,2} \w+ \d{4}, \d\d:\d\d UTC\./,
    );
    expect(readMessage(taken)).toContain("quên mật khẩu root user");

    await tom.presses(taken, en.buttons.close);
    const question = await saying(tom, team, "Close it? minh will be told.");
    await tom.presses(question, en.buttons.keepOpen);
    await saying(tom, team, en.team.keptOpen);
    expect(opened.said(minh, minh.dm).map(readMessage).join()).not.toContain("đã đóng");

    await tom.presses(question, en.buttons.closeNow);
    await saying(minh, minh.dm, vi.team.closedForYou.replace("{name}", "tom"));
    const closed = await headerWith(tina, en.buttons.openAgain);
    expect(readMessage(closed)).toMatch(/tom closed it on \d/);

    await tina.presses(closed, en.buttons.openAgain);
    await saying(minh, minh.dm, vi.team.openedForYou.replace("{name}", "tina"));
    expect(readMessage(await headerWith(tina, en.buttons.close))).toContain("tina has been looking into it");
    minh.says(minh.dm, "hộp thư công ty ạ");
    await saying(tina, team, "hộp thư công ty");
  });

  it("is as it was where Slack refuses the edit, and the thread says it all the same", async () => {
    const opened = await openTeam();
    const { tina, team, workspace } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    workspace.faults.next({ method: "chat.update", kind: "refused", error: "cant_update_message" });
    await tina.presses(post, en.buttons.take);
    const taken = await opened.saying(tina, team, "tina is looking into it");
    await tina.presses(taken, en.buttons.close);
    await opened.saying(tina, team, "Close it? minh will be told.");
  });

  it("belongs to one of two helpers who take it at the same moment", async () => {
    const opened = await openTeam();
    const { minh, tina, tom, team, workspace } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    await Promise.all([tina.presses(post, en.buttons.take), tom.presses(post, en.buttons.take)]);
    const told = () => opened.said(minh, minh.dm).map(readMessage).slice(3);
    const [first = ""] = await workspace.until(() => (told().length > 0 ? told() : undefined));
    const taker = first.startsWith("tina") ? "tina" : "tom";
    await opened.saying(tina, team, `${taker} has been looking into it since`);
    const header = await opened.headerWith(tina, en.buttons.close);
    expect(readMessage(header)).toContain(`${taker} has been looking into it since`);
    expect(told()).toEqual([vi.team.takenForYou.replace("{name}", taker)]);
  });
});

describe("what the person writes while the team has their question", () => {
  it("is answered by the bot if it is another question, and passed on where they wish it", async () => {
    const opened = await openTeam();
    const { minh, tina, team, saying } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    tina.says(team, "@signpost which mailbox is it?", { thread: post.ts });
    await saying(minh, minh.dm, "which mailbox is it?");
    minh.says(minh.dm, "mình mất điện thoại có app MFA nên không vào được aws console");
    const answered = await opened.workspace.until(() =>
      opened.said(minh, minh.dm).find(({ blocks }) => JSON.stringify(blocks).includes(vi.buttons.forward)),
    );
    expect(opened.said(tina, team).map(readMessage).join()).not.toContain("mất điện thoại");
    await minh.presses(answered, vi.buttons.forward);
    await saying(tina, team, "mình mất điện thoại có app MFA");
    await saying(minh, minh.dm, vi.team.passedOnWords);
    minh.says(minh.dm, "hộp thư của phòng nhân sự");
    await saying(tina, team, "hộp thư của phòng nhân sự");
  });

  it("tells the team that it is solved, by words and by the button", async () => {
    const opened = await openTeam();
    const { minh, tina, team, saying } = opened;
    await handOver(opened);
    const post = await opened.answer(tina, team);
    tina.says(team, "@signpost try once more, please", { thread: post.ts });
    await saying(minh, minh.dm, "try once more, please");
    minh.says(minh.dm, "cảm ơn bạn");
    await saying(minh, minh.dm, vi.team.thanksNoted);
    expect(opened.said(tina, team).map(readMessage).join()).not.toContain("cảm ơn");
    await minh.presses(await opened.answer(minh, minh.dm), vi.buttons.solved);
    const solved = await saying(tina, team, en.team.pressedSolved.replace("{name}", "minh"));
    expect(solved.thread).toBe(post.ts);
  });
});
