import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startWorkspace } from "../../local/slack/workspace.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { listenOnLoopback } from "../support/loopback.ts";
import { pipeIn } from "../support/pipe.ts";
import { programArguments } from "../support/program.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const question = "my window is stuck";
const windowFile = "stuck-window/en.md";
const packFiles: Readonly<Record<string, string>> = smallPack;
/** The window's text with another answer. */
const saying = (step: string) => (packFiles[windowFile] ?? "").replace("Do it.", step);

/** The process as it serves Slack, over the small pack. */
async function serve() {
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  const [folder, dataFolder, port] = [writeFiles(smallPack), temporaryFolder(), await freePort()];
  keepLearned({ knowledgeFolder: folder, dataFolder });
  const child = spawn(process.execPath, [...programArguments("start")], {
    cwd: temporaryFolder(),
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: folder,
      DATA_DIR: dataFolder,
      PORT: String(port),
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_SIGNING_SECRET: workspace.signingSecret,
      SLACK_API_URL: workspace.apiUrl,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += String(chunk);
  });
  const logged = (text: string, times = 1) =>
    until(() => (log.split(text).length > times ? true : undefined));
  await logged('"msg":"ready"');
  workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);

  let asked = 0;
  return {
    child,
    log: () => log,
    logged,
    file: path.join(folder, windowFile),
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text),
    /** What a person who never asked before is answered with. */
    answer: async () => {
      asked += 1;
      const person = workspace.person(`person ${asked}`);
      const channel = workspace.channel(`channel ${asked}`, { members: [person] });
      await person.types(channel, `/aws-help ${question}`);
      return JSON.stringify(await workspace.until(() => workspace.messagesSeenBy(person, channel)[0]));
    },
  };
}

describe("SIGHUP", () => {
  it("after an edit: the old knowledge answers until the new is complete, then the new", async () => {
    const { child, answer, logged, file } = await serve();
    const edited = saying("Push the window.");
    const pipe = pipeIn(file, edited);
    child.kill("SIGHUP");
    await pipe.reached();
    expect(await answer()).toContain("Do it.");
    pipe.release(edited);
    await logged("knowledge: reloaded");
    expect(await answer()).toContain("Push the window.");
  });

  it("with broken knowledge: what is wrong is logged, and the old goes on", async () => {
    const { child, answer, log, logged, write } = await serve();
    write("stuck-window/entry.yaml", "kind: anser\n");
    child.kill("SIGHUP");
    await logged("knowledge: reload failed");
    expect(log()).toMatch(/"level":50,.*stuck-window\/entry\.yaml:1: kind: must be answer/);
    expect(await answer()).toContain("Do it.");
  });

  it("twice in a row, and after a mistake was mended: each is done", async () => {
    const { child, answer, logged, write } = await serve();
    write("stuck-window/entry.yaml", "kind: anser\n");
    child.kill("SIGHUP");
    await logged("knowledge: reload failed");
    write("stuck-window/entry.yaml", "kind: answer\n");
    write(windowFile, saying("Push the window."));
    child.kill("SIGHUP");
    await logged("knowledge: reloaded");
    child.kill("SIGHUP");
    await logged("knowledge: reloaded", 2);
    expect(await answer()).toContain("Push the window.");
  });

  it("while another is under way: the process goes on, and ends as ever", async () => {
    const { child, answer, logged, file } = await serve();
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const edited = saying("Push the window.");
    const pipe = pipeIn(file, edited);
    child.kill("SIGHUP");
    await pipe.reached();
    child.kill("SIGHUP");
    expect(await answer()).toContain("Do it.");
    pipe.release(edited);
    await logged("knowledge: reloaded", 2);
    expect(await answer()).toContain("Push the window.");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
