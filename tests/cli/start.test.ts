import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { startGuild } from "../../local/discord/guild.ts";
import { streamUntil } from "../playground/stream-until.ts";
import { listenOnLoopback } from "../support/loopback.ts";
import { programArguments } from "../support/program.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { until } from "../support/until.ts";
import { runProgram } from "./command.ts";

describe("npm start", () => {
  it("with nothing set opens the playground, says what makes it the real thing, and ends on SIGTERM", async () => {
    const child = spawn(process.execPath, [...programArguments("start")], {
      cwd: temporaryFolder(),
      env: { PATH: process.env.PATH, KNOWLEDGE_DIR: bothLanguages(), DATA_DIR: temporaryFolder(), PORT: "0" },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
    });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const url = await until(() => /http:\/\/localhost:\d+/.exec(said)?.[0]);
    expect(said).toContain("for Slack set SLACK_BOT_TOKEN");
    expect(await (await fetch(url)).text()).toContain("Signpost playground");
    await streamUntil(url, '"kind":"ready"');
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it("with nothing set in production exits with 1 and says what is missing", async () => {
    const { code, stderr } = await runProgram("start", { environment: { NODE_ENV: "production" } });
    expect(code).toBe(1);
    expect(stderr).toContain("SLACK_BOT_TOKEN");
    expect(stderr).toContain("DISCORD_TOKEN");
  });

  it("names every fault of the settings at once, each with what to do", async () => {
    const environment = { SLACK_BOT_TOKEN: "xoxb-1", DISCORD_TOKNE: "x", PORT: "many" };
    const { code, stderr } = await runProgram("start", { environment });
    expect(code).toBe(1);
    expect(stderr).toContain("SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing");
    expect(stderr).toContain("DISCORD_TOKNE is no setting: did you mean DISCORD_TOKEN?");
    expect(stderr).toContain("DISCORD_TOKEN is missing");
    expect(stderr).toContain("PORT must be a number");
  });

  it("with a broken knowledge folder exits with 1 and lists the faults", async () => {
    const environment = { KNOWLEDGE_DIR: writeFiles({ "a/entry.yaml": "kind: anser\n" }) };
    const { code, stderr } = await runProgram("start", { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\/entry\.yaml:1: kind/);
    expect(stderr).toMatch(/a\/en\.md: missing/);
  });

  it("with a platform set serves it, reports ready, and ends on SIGTERM", async () => {
    const slack = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: true, user_id: "U0", bot_id: "B0", team_id: "T1" }));
    });
    const slackPort = await listenOnLoopback(slack);
    onTestFinished(() => void slack.close());
    const { child, ended, readiness } = await serve({
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECRET: "secret",
      SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
    });
    expect(await readiness()).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it("is not ready while Discord has closed the connection for good", async () => {
    const guild = await startGuild();
    onTestFinished(() => guild.close());
    const { child, ended, readiness } = await serve({
      DISCORD_TOKEN: guild.token,
      DISCORD_API_URL: guild.restUrl,
    });
    expect(await readiness()).toBe(200);
    guild.faults.dropGateway(4004);
    while ((await readiness()) === 200) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await readiness()).toBe(503);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

/** Starts the program with a platform's settings, and resolves when it is ready; it ends with the test. */
async function serve(environment: Readonly<Record<string, string>>) {
  const port = await freePort();
  const child = spawn(process.execPath, [...programArguments("start")], {
    cwd: temporaryFolder(),
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: bothLanguages(),
      DATA_DIR: temporaryFolder(),
      PORT: String(port),
      ...environment,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  await until(() => (log.includes('"msg":"ready"') ? true : undefined));
  const readiness = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
  return { child, ended, readiness };
}

/** A folder with the small pack and its Vietnamese texts. */
function bothLanguages(): string {
  return writeFiles({ ...smallPack, ...missingLanguage() });
}

/** The small pack's Vietnamese texts: a bot that serves people needs both languages. */
function missingLanguage(): Readonly<Record<string, string>> {
  const text = (title: string, rest = "") =>
    `---\ntitle: ${title}\nphrases:\n  - ${title} thì làm sao\n${rest}---\nThử lại.\n`;
  return {
    "lost-key/vi.md": text("Mất chìa khoá"),
    "stuck-window/vi.md": text("Cửa sổ kẹt"),
    "home/vi.md": text("Chuyện gì vậy", "options:\n  lost-key: Chìa khoá\n  stuck-window: Cửa sổ\n"),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
