import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { maxStopMs } from "../../cli/shared/end-on-signals.ts";
import { fileSetting } from "../../src/platform/secret-settings.ts";
import { temporaryFolder } from "../support/temporary.ts";

const deploy = path.join(import.meta.dirname, "..", "..", "deploy");

/** Each setting of a unit file, in the order in which it is given. */
function settingsOf(file: string): ReadonlyMap<string, readonly string[]> {
  const settings = new Map<string, string[]>();
  for (const line of readFileSync(path.join(deploy, file), "utf8").split("\n")) {
    const [, name, value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name === undefined && !/^(?:#.*|\[\w+\]|)$/.test(line)) throw new Error(`no setting: ${line}`);
    if (name !== undefined) settings.set(name, [...(settings.get(name) ?? []), value]);
  }
  return settings;
}

const unit = settingsOf("signpost.service");
const one = (name: string) => unit.get(name)?.join("|");

describe("deploy/signpost.service", () => {
  it("starts the bot itself, by the command of npm start", () => {
    const packageFile = path.join(deploy, "..", "package.json");
    const { scripts } = JSON.parse(readFileSync(packageFile, "utf8"));
    expect(one("ExecStart")).toBe(scripts.start.replace(/^exec node/, "/usr/bin/node"));
  });

  it("gives the bot the time that it takes to stop, and never gives it up", () => {
    expect(Number(one("TimeoutStopSec")) * 1000).toBeGreaterThan(maxStopMs);
    expect([one("Restart"), one("StartLimitIntervalSec")]).toEqual(["always", "0"]);
  });

  it("lets it write to its own state alone, which is DATA_DIR", () => {
    expect([one("ProtectSystem"), one("StateDirectoryMode")]).toEqual(["strict", "0700"]);
    expect(one("Environment")).toContain(`DATA_DIR=%S/${one("StateDirectory")}`);
    expect(unit.has("ReadWritePaths")).toBe(false);
  });

  it("runs it as a user of its own, without rights, but lets V8 compile", () => {
    expect([one("User"), one("NoNewPrivileges"), one("CapabilityBoundingSet")]).toEqual([
      "signpost",
      "yes",
      "",
    ]);
    expect(unit.has("MemoryDenyWriteExecute")).toBe(false);
  });

  it("holds no secret", () => {
    expect(one("Environment")).not.toMatch(/TOKEN|SECRET/);
  });
});

describe.each(platforms)("deploy/$name.conf", ({ name, requiredSettings }) => {
  const dropIn = settingsOf(`${name}.conf`);

  it("hands every secret that the platform needs over as a credential", () => {
    const credentials = (dropIn.get("LoadCredential") ?? []).map((each) => each.split(":"));
    expect(credentials.map(([id, file]) => [id, file])).toEqual(
      credentials.map(([id]) => [id, `/etc/signpost/${id}`]),
    );
    expect(dropIn.get("Environment")).toEqual(
      requiredSettings.map((setting, index) => `${fileSetting(setting)}=%d/${credentials[index]?.[0]}`),
    );
  });
});

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe.skipIf(!hasSystemd)("systemd itself", () => {
  /** The unit and its drop-ins as they are installed. */
  const installed = () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "signpost.service");
    copyFileSync(path.join(deploy, "signpost.service"), file);
    mkdirSync(`${file}.d`);
    for (const { name } of platforms)
      copyFileSync(path.join(deploy, `${name}.conf`), `${file}.d/${name}.conf`);
    return file;
  };
  const analyze = (...given: readonly string[]) => spawnSync("systemd-analyze", given, { encoding: "utf8" });

  it("finds nothing wrong with it and its drop-ins", () => {
    const { stdout, stderr } = analyze("verify", "--man=no", installed());
    // On a machine without Node.js in /usr/bin, that alone is missing.
    const findings = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("signpost"));
    expect(findings.filter((line) => !line.includes("/usr/bin/node is not executable"))).toEqual([]);
  });

  it("finds what is wrong", () => {
    const file = installed();
    copyFileSync(path.join(deploy, "compose.slack.yaml"), `${file}.d/wrong.conf`);
    expect(analyze("verify", "--man=no", file).stderr).toContain("wrong.conf");
  });

  it("calls it well protected: at most 1.5 of 10", () => {
    const { status, stdout } = analyze("security", "--offline=true", "--threshold=15", installed());
    expect([status, stdout]).toEqual([0, expect.stringMatching(/Overall exposure level .* [01]\.\d OK/)]);
  });
});
