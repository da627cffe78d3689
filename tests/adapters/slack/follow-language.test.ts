import { describe, expect, it } from "vitest";
import { createLog } from "../../../src/insight/log.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { openChannel } from "./open-channel.ts";
import { readMessage } from "./read-message.ts";
import type { Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];
const english = "What can I help you with?";
const vietnamese = "Mình giúp được gì cho bạn?";

async function open(transport: Transport, others: Parameters<typeof openChannel>[1] = {}) {
  const opened = await openChannel(transport, { core: startOurs(), ...others });
  const { workspace, ana, bo } = opened;
  const homeHas = (words: string, person: typeof ana | typeof bo = ana) =>
    JSON.stringify(workspace.home(person) ?? "").includes(words) || undefined;
  const showsHome = (words: string, person: typeof ana | typeof bo = ana) =>
    workspace.until(() => homeHas(words, person));
  return { ...opened, homeHas, showsHome };
}

describe.each(transports)("the App Home by %s", (transport) => {
  it("follows the language that its person chooses in words, and goes back with it", async () => {
    const { ana, bo, answer, homeHas, showsHome } = await open(transport);
    ana.opensHome();
    bo.opensHome();
    await showsHome(english);
    await showsHome(english, bo);
    ana.says(ana.dm, "tiếng Việt");
    await showsHome(vietnamese);
    await answer(ana.dm);
    ana.says(ana.dm, "English please");
    await showsHome(english);
    expect(homeHas(vietnamese)).toBeUndefined();
    expect(homeHas(english, bo)).toBe(true);
  });

  it("follows what is chosen in a channel and after the command", async () => {
    const { ana, channel, showsHome } = await open(transport);
    ana.opensHome();
    await showsHome(english);
    ana.says(channel, "@signpost tiếng Việt");
    await showsHome(vietnamese);
    await ana.types(channel, "/aws-help English");
    await showsHome(english);
  });
});

describe("the App Home", () => {
  it("keeps an answer in the language that is chosen in it", async () => {
    const { workspace, ana, homeHas, showsHome, settled } = await open("socket");
    ana.opensHome();
    await showsHome(english);
    const home = await workspace.until(() => workspace.home(ana));
    await ana.presses(home, "I forgot a password");
    await showsHome("Which password did you forget?");
    await ana.enters(workspace.home(ana) ?? home, "search", "tiếng Việt");
    await showsHome("Bạn quên mật khẩu nào?");
    await settled();
    expect(homeHas(vietnamese)).toBeUndefined();
  });

  it("that is switched off costs the person nothing, not even a message", async () => {
    const lines: string[] = [];
    const log = createLog("warn", { write: (line) => void lines.push(line) });
    const { workspace, ana, said, answer, settled } = await open("socket", { log });
    workspace.faults.always({ method: "views.publish", kind: "refused", error: "not_enabled" });
    ana.says(ana.dm, "tiếng Việt");
    expect(readMessage(await answer(ana.dm))).not.toBe("");
    await workspace.until(() => lines.some((line) => line.includes("App Home not shown")) || undefined);
    await settled();
    expect(said(ana.dm)).toHaveLength(1);
    expect(lines).toHaveLength(1);
  });

  it("is left alone by words that choose no language", async () => {
    const { workspace, ana, answer, settled } = await open("socket");
    ana.says(ana.dm, "quên mật khẩu root");
    await answer(ana.dm);
    await settled();
    expect(workspace.home(ana)).toBeUndefined();
  });
});
