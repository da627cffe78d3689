import { describe, expect, it } from "vitest";
import { startWaiting } from "../../support/waiting-pack.ts";
import { openChannel } from "./open-channel.ts";

const question = 'Did that help? My last answer was about “About lost-key”.';

async function open() {
  const waiting = startWaiting();
  let channel = "";
  const opened = await openChannel("socket", {
    core: waiting.core,
    prepare: (workspace) => {
      channel = workspace.channel("help", { members: [workspace.person("ana"), workspace.person("bo")] });
      return { SLACK_HELP_CHANNELS: `${channel}:all` };
    },
  });
  waiting.run(opened.slack);
  return { ...opened, ...waiting };
}

describe("an answer in direct messages that gets no reaction", () => {
  it("is asked about once, with two buttons, and a press on one leads on", async () => {
    const { ana, answer, said, passes } = await open();
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
    await passes(2);
    expect(said(ana.dm).length).toBe(1);
    await passes(1);
    expect((await answer(ana.dm, 1)).text).toContain("Did that help?");
    await passes(1);
    await passes(12);
    expect(said(ana.dm).length).toBe(2);
  });
});
