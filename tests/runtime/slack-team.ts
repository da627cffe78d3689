import { onTestFinished } from "vitest";
import { startWorkspace } from "../../local/slack/workspace.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { readMessage as readLines } from "../adapters/slack/read-message.ts";
import { startBot } from "../adapters/slack/start-slack.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

export const vi = ourKnowledge.strings.get("vi") ?? fail();
export const en = ourKnowledge.strings.get("en") ?? fail();

export const readMessage = (message: Parameters<typeof readLines>[0]) => readLines(message).trim();

function fail(): never {
  throw new Error("the language is not spoken");
}

/** How long a message of the bot may take, in milliseconds. */
const waitMs = 15_000;

/** A workspace with a team channel; the bot can be started anew on the same store. */
export async function openTeam(replies: "mentions" | "all" = "mentions") {
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  const [minh, tina, tom] = [workspace.person("minh"), workspace.person("tina"), workspace.person("tom")];
  const help = workspace.channel("help", { members: [minh, tina] });
  const team = workspace.channel("team", { members: [tina, tom] });
  const store = createMemoryStore(Date.now);
  const start = async () => {
    const adapters: Adapter[] = [];
    const core = startOurs({
      store,
      adapters: () => adapters,
      team: { adapter: "slack", channel: team, replies },
    });
    const { slack } = await startBot(workspace, { transport: "socket", core });
    adapters.push(slack);
    return slack;
  };
  let slack = await start();
  const said = (person: typeof minh, where: string) =>
    workspace.messagesSeenBy(person, where).filter(({ botId }) => botId !== undefined);
  const answer = (person: typeof minh, where: string, index = 0) =>
    workspace.until(() => said(person, where)[index]);
  const restart = async () => {
    await slack.stop();
    slack = await start();
  };
  /** The bot's message there that says so. */
  const saying = (person: typeof minh, where: string, words: string) =>
    workspace
      .until(() => said(person, where).find((message) => readMessage(message).includes(words)), waitMs)
      .catch((cause: unknown) => {
        const others = said(person, where).map(readMessage).join("\n---\n");
        throw new Error(`the bot did not say "${words}" but:\n${others}`, { cause });
      });
  /** The team's message about the handover, once it has that button. */
  const headerWith = (person: typeof minh, label: string) =>
    workspace.until(
      () =>
        said(person, team).find(
          (message) => message.thread === undefined && JSON.stringify(message.blocks).includes(`"${label}"`),
        ),
      waitMs,
    );
  return { workspace, minh, tina, tom, help, team, said, saying, headerWith, answer, restart };
}

/** Minh asks in direct messages, is stuck, and asks the team. */
export async function handOver(opened: Awaited<ReturnType<typeof openTeam>>) {
  const { minh, answer } = opened;
  minh.says(minh.dm, "quên mật khẩu root user của tài khoản aws, không thấy email đặt lại");
  await minh.presses(await answer(minh, minh.dm), vi.buttons.stuck);
  await minh.presses(await answer(minh, minh.dm, 1), vi.buttons.askTeam);
  await answer(minh, minh.dm, 2);
}
