import { spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";
import { until } from "../support/until.ts";
import { filesOf, installPackage, packProject, runIn } from "./install.ts";

const root = path.join(import.meta.dirname, "..", "..");
const { version, files: listed } = z
  .object({ version: z.string(), files: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));

const work = mkdtempSync(path.join(tmpdir(), "signpost-package-"));
const installed = path.join(work, "installed");
let tarball = "";

beforeAll(async () => {
  mkdirSync(installed);
  tarball = await packProject(work);
  await installPackage(tarball, installed);
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Runs `npx signpost` where the package is installed. */
const signpost = (given: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runIn(installed, ["npx", "signpost", ...given], { environment });

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

describe("the package", () => {
  it("holds the program, what it learned and the knowledge, and no sources, tests or tools", async () => {
    const files = await filesOf(tarball);
    const tops = new Set(files.map((file) => file.split("/")[0]));
    expect([...tops].sort()).toEqual(["adapters", "build", "dist", "knowledge", "package.json"]);
    expect(files.filter((file) => /\.tsx?$|\/tests?\/|^dist\/program|bundle\.mjs/.test(file))).toEqual([]);
    expect(files).toContain("dist/package/program/cli/start.js");
    expect(files.filter((file) => file.startsWith("dist/package/model-"))).toHaveLength(1);
  });

  it("lists nothing that there is not", () => {
    const made = ["dist/package"];
    const missing = listed.filter((name) => !made.includes(name) && !existsSync(path.join(root, name)));
    expect(missing).toEqual([]);
  });

  it("names no place of the machine that it was packed on", () => {
    const program = path.join(installed, "node_modules", "signpost", "dist", "package", "program");
    const text = ["cli/signpost.js", "cli/start.js", "src/learning/worker.js"].map((file) =>
      readFileSync(path.join(program, file), "utf8"),
    );
    expect(text.join("\n")).not.toContain(work);
  });
});

describe("installed in an empty folder, without packages for development", () => {
  it("tells its version and its commands", async () => {
    expect(await signpost(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const { code, stdout } = await signpost([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/npx signpost COMMAND[\s\S]*\n {2}start .*\n {2}chat .*\n {2}doctor /);
  });

  it("answers at once: nothing is left to build or to learn", async () => {
    const { code, stdout, stderr } = await signpost(["ask", "my window is stuck"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Do it.");
  });

  it("chats in the terminal", async () => {
    const { code, stdout } = await runIn(installed, ["npx", "signpost", "chat"], {
      input: "my window is stuck\n",
    });
    expect(code).toBe(0);
    expect(stdout).toContain("Do it.");
  });

  it("keeps its data where it is started, and not in its own folder, which an upgrade replaces", async () => {
    const { code, stdout } = await signpost(["report"]);
    expect([code, stdout]).toEqual([0, "nothing recorded in the last 30 days\n"]);
    expect(existsSync(path.join(installed, "data", "signpost.db"))).toBe(true);
    expect(existsSync(path.join(installed, "node_modules", "signpost", "data"))).toBe(false);
  });

  it("learns other knowledge", async () => {
    const pack = draftEntry("refund", {
      phrases: ["i want my money back", "refund please"],
      body: "Wait.\n",
    });
    const environment = { KNOWLEDGE_DIR: writeFiles(pack), DATA_DIR: temporaryFolder() };
    const { code, stdout, stderr } = await signpost(["preview", "refund"], environment);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Wait.");
    const asked = await signpost(["ask", "refund please"], environment);
    expect([asked.code, asked.stderr]).toEqual([0, expect.stringContaining("Learning the knowledge")]);
  });

  it("says what is missing where no platform is set", async () => {
    const doctor = await signpost(["doctor"]);
    expect(doctor).toMatchObject({ code: 1, stderr: expect.stringContaining("no platform is set") });
    const start = await signpost(["start"], { NODE_ENV: "production" });
    expect(start).toMatchObject({ code: 1, stderr: expect.stringContaining("set SLACK_BOT_TOKEN") });
  });

  it("opens the playground, with its page, and leaves nothing behind when npx is ended", async () => {
    const child = spawn("npx", ["signpost", "start"], {
      cwd: installed,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0" },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
    });
    const url = await until(() => /http:\/\/localhost:\d+/.exec(said)?.[0]);
    expect((await fetch(`${url}/app.js`)).status).toBe(200);
    child.kill("SIGTERM");
    while (await answers(url)) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it("asks whether another command or option was meant, and exits with 2", async () => {
    expect(await signpost(["docter"])).toEqual({
      code: 2,
      stdout: "",
      stderr: 'there is no command "docter": did you mean "doctor"?\nnpx signpost lists the commands.\n',
    });
    const { code, stderr } = await signpost(["ask", "--jsn", "hi"]);
    expect([code, stderr.split("\n")[0]]).toEqual([2, "there is no option --jsn: did you mean --json?"]);
  });

  it("says so when its files are damaged, or were never made", async () => {
    const folder = path.join(temporaryFolder(), "signpost");
    cpSync(path.join(installed, "node_modules", "signpost"), folder, { recursive: true });
    cpSync(path.join(root, "node_modules", "dotenv"), path.join(folder, "node_modules", "dotenv"), {
      recursive: true,
    });
    const run = () => runIn(folder, [process.execPath, path.join(folder, "build", "signpost.mjs")]);
    appendFileSync(path.join(folder, "dist", "package", "program", "cli", "ask.js"), "// more");
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/damaged: install .* again/),
    });
    rmSync(path.join(folder, "dist"), { recursive: true });
    expect(await run()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("without --ignore-scripts"),
    });
  });
});
