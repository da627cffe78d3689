import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { startWorkspace } from "../../local/slack/workspace.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { knownSettings } from "../support/known-settings.ts";
import { programArguments } from "../support/program.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { until } from "../support/until.ts";
import { runProgram } from "./command.ts";

const root = path.join(import.meta.dirname, "..", "..");
/** Set to nothing, so that no .env of the project's folder counts. */
const noSettings = Object.fromEntries(knownSettings(platforms).map((name) => [name, ""]));

/** `npm start`, serving a Slack workspace over the small pack. */
async function npmStart() {
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  const folders = { knowledgeFolder: writeFiles(smallPack), dataFolder: temporaryFolder() };
  keepLearned(folders);
  const environment = {
    ...noSettings,
    KNOWLEDGE_DIR: folders.knowledgeFolder,
    DATA_DIR: folders.dataFolder,
    PORT: "0",
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
  };
  const npm = spawn("npm", ["start"], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  const bot = await followBot(npm);
  const person = workspace.person("alex");
  return {
    npm,
    bot,
    environment,
    folders,
    ask: () => person.says(person.dm, "my window is stuck"),
    answers: () =>
      workspace
        .messagesSeenBy(person, person.dm)
        .filter((message) => JSON.stringify(message).includes("Do it.")),
    until: workspace.until,
  };
}

/** Waits until the bot that a process has started is ready. It ends with the test. */
async function followBot(
  started: ChildProcess,
): Promise<{ readonly pid: number; readonly log: () => string }> {
  onTestFinished(() => void started.kill("SIGKILL"));
  let log = "";
  if (started.stderr) createInterface({ input: started.stderr }).on("line", (line) => (log += `${line}\n`));
  const pid = Number(await until(() => /"pid":(\d+).*"ready"/.exec(log)?.[1]));
  onTestFinished(() => {
    if (isRunning(pid)) process.kill(pid, "SIGKILL");
  });
  return { pid, log: () => log };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("npm start", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("ends with its bot on %s", async (signal) => {
    const { npm, bot } = await npmStart();
    npm.kill(signal);
    await until(() => (isRunning(bot.pid) ? undefined : true));
    expect(bot.log()).toContain(`"why":"${signal}"`);
  });

  it.each(["SIGHUP", "SIGKILL"] as const)("that dies of %s leaves no bot behind", async (signal) => {
    const { npm, bot } = await npmStart();
    npm.kill(signal);
    await until(() => (isRunning(bot.pid) ? undefined : true));
  });

  it("that is ended while a question is under way has answered it, or answers it after the next start", async () => {
    const { npm, bot, environment, ask, answers, until: untilSeen } = await npmStart();
    await ask();
    npm.kill("SIGTERM");
    await until(() => (isRunning(bot.pid) ? undefined : true));
    if (answers().length === 0) {
      const next = spawn(process.execPath, [...programArguments("start")], {
        cwd: temporaryFolder(),
        env: { PATH: process.env.PATH, ...environment },
      });
      await followBot(next);
    }
    await untilSeen(() => answers()[0]);
    expect(answers()).toHaveLength(1);
  });
});

describe("npm run reload", () => {
  it("lets the running bot reload its knowledge, and says so", async () => {
    const { folders, environment, ask, answers, until: untilSeen } = await npmStart();
    const edited = path.join(folders.knowledgeFolder, "stuck-window", "en.md");
    writeFileSync(edited, readFileSync(edited, "utf8").replace("Do it.", "Do it. Then push."));
    const { code, stdout } = await runProgram("reload", { environment });
    expect([code, stdout]).toEqual([0, "The bot has reloaded its knowledge.\n"]);
    await ask();
    expect(JSON.stringify(await untilSeen(() => answers()[0]))).toContain("Then push.");
  });

  it("names the faults of knowledge that can't be used, and that the old one stays", async () => {
    const { folders, environment } = await npmStart();
    writeFileSync(path.join(folders.knowledgeFolder, "stuck-window", "entry.yaml"), "kind: anser\n");
    const { code, stderr } = await runProgram("reload", { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The bot keeps using the knowledge it had\.\n.*stuck-window\/entry\.yaml:1: kind/s,
    );
  });

  it("says what to look at where no bot is running", async () => {
    const { code, stderr } = await runProgram("reload", { environment: { DATA_DIR: temporaryFolder() } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^No running bot took the request: .*DATA_DIR/);
  });
});
