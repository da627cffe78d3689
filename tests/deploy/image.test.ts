import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startWorkspace } from "../../local/slack/workspace.ts";
import { listenOnLoopback } from "../support/loopback.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { until } from "../support/until.ts";
import { all, execForm, healthcheckOf } from "./dockerfile.ts";
import { buildImage, environmentFor, type Image } from "./image.ts";

const folder = mkdtempSync(path.join(tmpdir(), "signpost-image-"));
let image: Image;

beforeAll(() => {
  chmodSync(folder, 0o755);
  image = buildImage(folder);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the image sets, with DATA_DIR where it is here. */
const settings = () => ({ ...image.environment, DATA_DIR: image.locate("/data") });
const commandOf = (name: "CMD" | "HEALTHCHECK") => {
  const [text = ""] = all(image.stage, name);
  return name === "CMD" ? execForm(text) : healthcheckOf(text).command;
};

/** The settings of a bot on a Slack workspace of its own, its tokens in files as compose and systemd hand them over. */
async function workspaceSettings() {
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  const secrets = temporaryFolder();
  chmodSync(secrets, 0o755);
  const port = await freePort();
  const secretFile = (name: string, text: string) => {
    writeFileSync(path.join(secrets, name), `${text}\n`);
    return path.join(secrets, name);
  };
  return {
    workspace,
    environment: {
      ...settings(),
      PORT: String(port),
      SLACK_BOT_TOKEN_FILE: secretFile("slack-bot-token", workspace.botToken),
      SLACK_APP_TOKEN_FILE: secretFile("slack-app-token", workspace.appToken),
      SLACK_API_URL: workspace.apiUrl,
    },
  };
}

/** Waits until a bot is ready; it ends with the test. */
async function follow(child: ChildProcess) {
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stderr?.on("data", (chunk) => {
    log += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const pid = await until(
    () => /"pid":(\d+).*"ready"/.exec(log)?.[1] ?? (child.exitCode === null ? undefined : "none"),
  );
  return { pid, ended, log: () => log };
}

const checkHealth = (environment: Readonly<Record<string, string>>) => {
  const [, ...given] = commandOf("HEALTHCHECK");
  const { status, stdout } = spawnSync(process.execPath, given, {
    cwd: image.workingFolder,
    env: environmentFor(environment),
    encoding: "utf8",
  });
  return [status, stdout];
};

describe("the image's steps, in an empty folder", () => {
  it("leave a program that starts without writing to its folder, is healthy, and ends on SIGTERM in time", async () => {
    const before = filesBelow(image.workingFolder);
    const { environment } = await workspaceSettings();
    const [program = "", ...given] = commandOf("CMD");
    const child = spawn(program, given, { cwd: image.workingFolder, env: environmentFor(environment) });
    const { ended, log } = await follow(child);
    expect(log()).not.toMatch(/Building|Learning/);
    expect(checkHealth(environment)).toEqual([0, "ready\n"]);
    const asked = Date.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(filesBelow(image.workingFolder)).toEqual(before);
    const [status, said] = checkHealth(environment);
    expect([status, said]).toEqual([1, expect.stringContaining("ECONNREFUSED")]);
  });

  it("leave a program that says what is missing where nothing is set", () => {
    const [program = "", ...given] = commandOf("CMD");
    const { status, stderr } = spawnSync(program, given, {
      cwd: image.workingFolder,
      env: environmentFor(settings()),
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining("no platform is set")]);
  });

  it("put neither tests nor settings nor what only development needs into the image", () => {
    const top = readdirSync(image.workingFolder);
    expect(top).toContain("node_modules");
    expect(top.filter((name) => ["tests", ".env", "data", "bench", "soak", ".git"].includes(name))).toEqual(
      [],
    );
    const packages = readdirSync(path.join(image.workingFolder, "node_modules"));
    expect(packages).toContain("dotenv");
    expect(
      packages.filter((name) => ["typescript", "vitest", "tsx", "playwright-core"].includes(name)),
    ).toEqual([]);
  });
});

/** Whether processes, mounts and users can be kept apart here, as a container's are: Linux, with the rights for it. */
const canContain =
  process.platform === "linux" &&
  spawnSync("unshare", ["-m", "-p", "-f", "setpriv", "--version"]).status === 0;

/** The user of the image, `node` in the base image. */
const user = 1000;

describe.skipIf(!canContain)(
  "as a container runs it: process 1, user 1000, no rights, all read-only but DATA_DIR",
  () => {
    /** Starts the image's CMD so. The bot is a child of what is returned. */
    function contain(
      environment: Readonly<Record<string, string>>,
      { command = commandOf("CMD"), before = "" } = {},
    ) {
      const data = image.locate("/data");
      rmSync(data, { recursive: true });
      mkdirSync(data, { mode: 0o700 });
      chownSync(data, user, user);
      const script = `${before}mount --bind "${data}" "${data}" && mount -o remount,bind,ro / && exec setpriv --reuid=${user} --regid=${user} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- "$@"`;
      return spawn("unshare", ["-m", "-p", "-f", "--mount-proc", "sh", "-c", script, "sh", ...command], {
        cwd: image.workingFolder,
        env: environmentFor(environment),
      });
    }

    const botOf = (child: ChildProcess) =>
      Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim());

    it("can write nowhere else", async () => {
      const probe =
        'touch "$DATA_DIR/x" && ! touch x "$HOME/x" /tmp/x && id -u && grep -E "^(CapBnd|NoNewPrivs)" /proc/1/status';
      const child = contain(settings(), { command: ["sh", "-c", probe] });
      let said = "";
      child.stdout?.on("data", (chunk) => {
        said += String(chunk);
      });
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
      expect(said).toBe("1000\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\n");
    });

    it("answers, and ends on SIGTERM in time", async () => {
      const { workspace, environment } = await workspaceSettings();
      const child = contain(environment);
      const { pid, ended } = await follow(child);
      expect(pid).toBe("1");
      const person = workspace.person("alex");
      await person.says(person.dm, "i forgot my root password");
      await workspace.until(() =>
        workspace
          .messagesSeenBy(person, person.dm)
          .find((message) => JSON.stringify(message).includes("actions")),
      );
      const asked = Date.now();
      process.kill(botOf(child), "SIGTERM");
      expect(await ended).toBe(0);
      expect(Date.now() - asked).toBeLessThan(10_000);
      expect(readdirSync(image.locate("/data")).length).toBeGreaterThan(0);
    });

    it("ends on SIGTERM while it is still starting, too", async () => {
      const hideProgram = `mount -t tmpfs -o mode=0755 none "${path.join(image.workingFolder, "dist")}" && `;
      const child = contain(settings(), { before: hideProgram });
      let said = "";
      child.stderr?.on("data", (chunk) => {
        said += String(chunk);
      });
      const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
      await until(() => (said.includes("Building the program") ? true : undefined));
      process.kill(botOf(child), "SIGTERM");
      expect([await ended, said]).toEqual([0, "Building the program ...\n"]);
    });
  },
);

function filesBelow(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: "utf8" }).sort();
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
