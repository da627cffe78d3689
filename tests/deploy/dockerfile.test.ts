import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFolders } from "../../build/sources.mjs";
import { maxStopMs } from "../../cli/shared/end-on-signals.ts";
import { isSecret } from "../../src/platform/secret-settings.ts";
import { readIgnoreFile } from "./build-context.ts";
import { all, environmentOf, execForm, healthcheckOf, readDockerfile } from "./dockerfile.ts";

const root = path.join(import.meta.dirname, "..", "..");
const stages = readDockerfile(path.join(root, "Dockerfile"));
const [build, final] = stages;
if (!build || !final) throw new Error("the Dockerfile has two stages");
const isLetIn = readIgnoreFile(path.join(root, ".dockerignore"));

describe("the Dockerfile", () => {
  it("builds in one stage and runs in another, both on the same version of Node 24, slim", () => {
    expect(stages).toHaveLength(2);
    expect(build.from).toMatch(/^node:24\.\d+\.\d+-bookworm-slim$/);
    expect(final.from).toBe(build.from);
  });

  it("knows the instructions it uses", () => {
    const known = ["ARG", "CMD", "COPY", "ENV", "EXPOSE", "HEALTHCHECK", "RUN", "USER", "VOLUME", "WORKDIR"];
    const used = stages.flatMap(({ instructions }) => instructions.map(({ name }) => name));
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("installs what the lock file says, without what only development needs", () => {
    expect(all(build, "RUN")).toContain("npm ci --omit=dev --ignore-scripts");
  });

  it("copies what is there, and what is let in", () => {
    const copied = all(build, "COPY").flatMap((text) => text.split(" ").slice(0, -1));
    expect(copied.length).toBeGreaterThan(1);
    for (const name of copied) expect([name, existsSync(path.join(root, name))]).toEqual([name, true]);
    for (const name of copied.filter((each) => each !== "."))
      expect([name, isLetIn(name)]).toEqual([name, true]);
    expect(all(final, "COPY")).toEqual([`--from=${build.alias} /app ./`]);
  });

  it("runs as an ordinary user, to whom DATA_DIR alone belongs", () => {
    const names = final.instructions.map(({ name }) => name);
    expect(all(final, "USER")).toEqual(["node"]);
    expect(names.indexOf("USER")).toBeGreaterThan(names.lastIndexOf("RUN"));
    const { DATA_DIR } = environmentOf(final);
    expect(all(final, "VOLUME")).toEqual([JSON.stringify([DATA_DIR])]);
    expect(all(final, "RUN")).toEqual([
      `install --directory --owner=node --group=node --mode=0700 ${DATA_DIR}`,
    ]);
    expect(all(final, "COPY").join()).not.toContain("--chown");
  });

  it("holds no secret", () => {
    const set = stages.flatMap((stage) => [...all(stage, "ARG"), ...Object.keys(environmentOf(stage))]);
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((name) => isSecret(name.replace(/=.*/, "")))).toEqual([]);
    expect(readFileSync(path.join(root, "Dockerfile"), "utf8")).not.toMatch(/xox[abp]-|xapp-|_TOKEN|_SECRET/);
  });

  it("starts the bot itself as process 1, by the command of npm start", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const [command = ""] = all(final, "CMD");
    expect(`exec ${execForm(command).join(" ")}`).toBe(scripts.start);
    expect(all(final, "ENTRYPOINT")).toEqual([]);
  });

  it("asks the bot whether it is ready, with Node.js itself", () => {
    const [text = ""] = all(final, "HEALTHCHECK");
    const { command, options } = healthcheckOf(text);
    const [program, script = ""] = command;
    expect(program).toBe("node");
    expect(isLetIn(script)).toBe(true);
    expect(Object.keys(options)).toEqual(["interval", "timeout", "start-period", "retries"]);
  });

  it("listens on the port that it exposes, on every address", () => {
    expect(environmentOf(final)).toMatchObject({ HOST: "0.0.0.0", NODE_ENV: "production" });
    expect(all(final, "EXPOSE")).toEqual([environmentOf(final).PORT]);
  });

  it("stops in less than the ten seconds that Docker waits unless it is told otherwise", () => {
    expect(maxStopMs).toBeLessThan(10_000);
  });
});

describe(".dockerignore", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");

  it("lets in all that the program is built from", () => {
    const needed = tracked.filter((file) => sourceFolders.some((folder) => file.startsWith(`${folder}/`)));
    expect(needed.length).toBeGreaterThan(500);
    expect(needed.filter((file) => !isLetIn(file))).toEqual([]);
    for (const file of ["package.json", "package-lock.json", "knowledge/languages/en.yaml"])
      expect([file, isLetIn(file)]).toEqual([file, true]);
  });

  it.each([
    ".env",
    ".env.local",
    ".git/config",
    "secrets/slack-bot-token",
    "data/signpost.db",
    "dist/program-1/cli/start.js",
    "node_modules/dotenv/package.json",
    "tests/app/config.test.ts",
    "compose.yaml",
    "signpost.env",
  ])("keeps %s out", (file) => {
    expect(isLetIn(file)).toBe(false);
  });
});
