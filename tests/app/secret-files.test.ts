import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { doctor } from "../../cli/doctor.ts";
import { startGuild } from "../../local/discord/guild.ts";
import { ConfigError, readConfig, readCoreConfig } from "../../src/app/config.ts";
import { readSecretFiles } from "../../src/app/secret-files.ts";
import { isSecret } from "../../src/platform/secret-settings.ts";
import { runHere } from "../cli/command.ts";
import { knownSettings } from "../support/known-settings.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

/** The path of a file that holds this. */
const fileWith = (text: string) => path.join(writeFiles({ secret: text }), "secret");

/** The secrets as they are read from an environment. */
const read = (environment: Readonly<Record<string, string>>) =>
  readSecretFiles(environment, ["A_TOKEN", "B_SECRET", "PLACE"]);

/** The faults that an environment is refused with; none where it is taken. */
function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment, platforms);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...faults] = error.message.split("\n");
    return faults.map((fault) => fault.trim());
  }
}

describe("a secret in a file", () => {
  it.each(["s3cret", "s3cret\n", "s3cret\r\n", "\uFEFFs3cret\n", "  s3cret  \n\n"])(
    "%j is s3cret",
    (text) => {
      expect(read({ A_TOKEN_FILE: fileWith(text), OTHER: "x" })).toEqual({
        environment: { A_TOKEN: "s3cret", OTHER: "x" },
        faults: [],
        unread: [],
      });
    },
  );

  it.each(["", "\n", " \n "])("that is empty (%j) is refused", (text) => {
    const file = fileWith(text);
    expect(read({ A_TOKEN_FILE: file })).toEqual({
      environment: {},
      faults: [`A_TOKEN_FILE (${file}) is empty: it must hold the secret`],
      unread: ["A_TOKEN"],
    });
  });

  it.each([
    ["two lines", "one\ntwo\n"],
    ["other things than text", "\0\u0001"],
    ["far too much", "x".repeat(5000)],
  ])("that holds %s is refused, and not repeated", (_, text) => {
    const file = fileWith(text);
    expect(read({ A_TOKEN_FILE: file }).faults).toEqual([
      `A_TOKEN_FILE (${file}) must hold one line, the secret, and nothing else`,
    ]);
  });

  it("that is not there is refused with its path", () => {
    const file = path.join(temporaryFolder(), "nothing");
    expect(read({ A_TOKEN_FILE: file }).faults).toEqual([
      `A_TOKEN_FILE (${file}) is not there: it must be the path of the file that holds the secret`,
    ]);
  });

  it("that is a folder is refused", () => {
    const folder = path.join(temporaryFolder(), "secret");
    mkdirSync(folder);
    expect(read({ A_TOKEN_FILE: folder }).faults).toEqual([
      `A_TOKEN_FILE (${folder}) is a folder (Docker makes one where the file to mount is missing): name a file`,
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("that may not be read is refused with what to change", () => {
    const file = fileWith("s3cret");
    chmodSync(file, 0);
    expect(read({ A_TOKEN_FILE: file }).faults).toEqual([
      `A_TOKEN_FILE (${file}) can't be read by the user that runs Signpost: change its owner or mode`,
    ]);
  });

  it("is not looked for where its setting is empty, or no secret", () => {
    const environment = { A_TOKEN_FILE: "", PLACE_FILE: "/nowhere" };
    expect(readConfig({ ...environment, DISCORD_TOKEN_FILE: " " }, platforms).platforms).toEqual([]);
    expect(read({ PLACE_FILE: "/nowhere" })).toEqual({
      environment: { PLACE_FILE: "/nowhere" },
      faults: [],
      unread: [],
    });
  });

  it("is no business of the commands that serve no platform: their user need not be able to read it", () => {
    expect(readCoreConfig({ DISCORD_TOKEN_FILE: "/nowhere" }, platforms).PORT).toBe(3000);
  });
});

describe("a secret that is given twice", () => {
  it("is refused with both names, and the path", () => {
    const file = fileWith("xoxb-2");
    expect(faultsOf({ DISCORD_TOKEN: "1", DISCORD_TOKEN_FILE: file })).toEqual([
      `DISCORD_TOKEN is given twice, by DISCORD_TOKEN and by DISCORD_TOKEN_FILE (${file}): remove one of them`,
    ]);
  });

  it("is not, where one of the two is empty", () => {
    expect(faultsOf({ DISCORD_TOKEN: " ", DISCORD_TOKEN_FILE: fileWith("1") })).toEqual([]);
    expect(faultsOf({ DISCORD_TOKEN: "1", DISCORD_TOKEN_FILE: "" })).toEqual([]);
  });
});

describe("the settings of our platforms", () => {
  it("may all stand in files, where they are secret", () => {
    const secrets = knownSettings(platforms).filter(isSecret);
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN"])
      expect(secrets).toContain(name);
    const environment = {
      SLACK_BOT_TOKEN_FILE: fileWith("xoxb-1\n"),
      SLACK_APP_TOKEN_FILE: fileWith("xapp-1\n"),
      SLACK_SIGNING_SECRET_FILE: fileWith("0123\n"),
      DISCORD_TOKEN_FILE: fileWith("1.2.3\n"),
    };
    expect(readConfig(environment, platforms).platforms.map(({ name }) => name)).toEqual([
      "slack",
      "discord",
    ]);
  });

  it("are held against their rules where they come from a file", () => {
    const environment = {
      SLACK_BOT_TOKEN_FILE: fileWith("nonsense"),
      SLACK_APP_TOKEN_FILE: fileWith("xapp-1"),
    };
    expect(faultsOf(environment)).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN must begin with xoxb-/)]);
  });

  it("whose file can't be used are not also called missing", () => {
    const gone = path.join(temporaryFolder(), "gone");
    const fault = expect.stringMatching(/ is not there: /);
    expect(faultsOf({ SLACK_BOT_TOKEN_FILE: gone, SLACK_APP_TOKEN_FILE: fileWith("xapp-1") })).toEqual([
      fault,
    ]);
    expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET_FILE: gone })).toEqual([fault]);
    expect(faultsOf({ DISCORD_TOKEN_FILE: gone, PORT: "http" })).toEqual([
      fault,
      expect.stringMatching(/^PORT/),
    ]);
  });

  it("with a typo in front of _FILE get the nearest name", () => {
    const faults = faultsOf({
      SLACK_BOT_TOKN_FILE: "/x",
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_APP_TOKEN: "xapp-1",
    });
    expect(faults).toEqual(["SLACK_BOT_TOKN_FILE is no setting: did you mean SLACK_BOT_TOKEN_FILE?"]);
  });

  it("don't reach a log if somebody gives the secret in place of the path", () => {
    const [fault = ""] = faultsOf({ DISCORD_TOKEN_FILE: "MTIz.s3cret" });
    expect(fault).toBe(
      "DISCORD_TOKEN_FILE is not there: it must be the path of the file that holds the secret",
    );
  });
});

describe("npm run doctor", () => {
  it("checks a platform whose token stands in a file", async () => {
    const guild = await startGuild();
    try {
      const environment = {
        DISCORD_TOKEN_FILE: fileWith(`${guild.token}\n`),
        DISCORD_API_URL: guild.restUrl,
      };
      const { stdout } = await runHere(doctor, { environment });
      expect(stdout).toMatch(/^discord +ok +DISCORD_TOKEN/m);
    } finally {
      await guild.close();
    }
  });

  it("names both where a token is given twice", async () => {
    const environment = { DISCORD_TOKEN: "1", DISCORD_TOKEN_FILE: fileWith("2") };
    const { code, stderr } = await runHere(doctor, { environment });
    expect([code, stderr.includes("by DISCORD_TOKEN and by DISCORD_TOKEN_FILE (")]).toEqual([1, true]);
  });
});

describe("the address of the database in a file", () => {
  const url = "postgres://bot:s3cret@db/signpost";

  it("is read by every command that opens the store", () => {
    const environment = { DATABASE_URL_FILE: fileWith(`${url}\n`) };
    expect(readCoreConfig(environment, platforms).DATABASE_URL).toBe(url);
    expect(readConfig(environment, platforms).core.DATABASE_URL).toBe(url);
  });

  it("is refused where the file is not there, or holds something else, which is not repeated", () => {
    expect(() => readCoreConfig({ DATABASE_URL_FILE: "/nowhere" }, platforms)).toThrow(
      "DATABASE_URL_FILE (/nowhere) is not there",
    );
    expect(faultsOf({ DATABASE_URL_FILE: fileWith("bot:s3cret@db") })).toEqual([
      expect.not.stringContaining("s3cret"),
    ]);
  });
});
