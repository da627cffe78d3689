import { existsSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ConfigError, readConfig } from "../../src/app/config.ts";
import { definePlatform, type Platform, type PlatformSettings } from "../../src/platform/platform.ts";
import { passed } from "../../src/platform/setup-check.ts";
import { propertyRuns } from "../support/property-runs.ts";

/** A platform whose setup check tells its settings. */
function fakePlatform<Settings>(name: string, settings: PlatformSettings<Settings>): Platform {
  return definePlatform({
    name,
    title: name,
    requiredSettings: [],
    firstSteps: [],
    settings,
    createAdapter: () => Promise.reject(new Error("not started in these tests")),
    checkSetup: async (read) => [passed(JSON.stringify(read))],
  });
}

const fake = fakePlatform("fake", {
  prefix: "FAKE_",
  schema: z.object({
    FAKE_TOKEN: z.string("FAKE_TOKEN is missing: copy it from the settings page"),
    FAKE_OTHER: z.url("FAKE_OTHER must be a full address").exactOptional(),
  }),
  ignored: ["FAKE_TESTS"],
});

const strict = fakePlatform("strict", {
  prefix: "STRICT_",
  schema: z.strictObject({
    STRICT_TOKEN: z.string(),
    STRICT_COLOUR: z.enum(["red", "blue"]).exactOptional(),
  }),
});

type Environment = Readonly<Record<string, string | undefined>>;

const read = (environment: Environment) => readConfig(environment, [fake, strict]);

/** The settings of each platform that is set. */
async function settingsIn(environment: Environment): Promise<Readonly<Record<string, unknown>>> {
  const configured = read(environment).platforms.map(async ({ name, checkSetup }) => {
    const [check] = await checkSetup({});
    return [name, JSON.parse(check?.what ?? "")] as const;
  });
  return Object.fromEntries(await Promise.all(configured));
}

/** The faults that an environment is refused with; none where it is taken. */
function faultsOf(environment: Environment): readonly string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...faults] = error.message.split("\n");
    return faults.map((fault) => fault.trim());
  }
}

describe("the settings of the core", () => {
  it("an empty environment gives the defaults", () => {
    const { KNOWLEDGE_DIR, DATA_DIR, ...others } = read({}).core;
    expect(others).toEqual({
      HOST: "127.0.0.1",
      PORT: 3000,
      NODE_ENV: "development",
      DEFAULT_LOCALE: "en",
      KEEP_UNANSWERED: "no",
      METRICS: "off",
      TEAM_REPLIES: "mentions",
      TELL_TEAM_OF_LURES: "no",
    });
    expect([path.basename(KNOWLEDGE_DIR), path.basename(DATA_DIR)]).toEqual(["knowledge", "data"]);
  });

  it("the default knowledge is there, wherever the process was started", () => {
    expect(existsSync(path.join(read({}).core.KNOWLEDGE_DIR, "aws-sign-in", "pack.yaml"))).toBe(true);
  });

  it("what is set is taken", () => {
    const environment = {
      KNOWLEDGE_DIR: "entries",
      DATA_DIR: "kept",
      DATABASE_URL: "postgres://bot:a%40b@db:5432/signpost?sslmode=verify-full",
      HOST: "0.0.0.0",
      PORT: "8080",
      LOG_LEVEL: "silent",
      NODE_ENV: "production",
      DEFAULT_LOCALE: "vi",
      KEEP_UNANSWERED: "yes",
      TEAM_REPLIES: "all",
      TELL_TEAM_OF_LURES: "yes",
      METRICS: "on",
      METRICS_TOKEN: "a-long-enough-token-1",
    };
    expect(read(environment).core).toEqual({ ...environment, PORT: 8080 });
  });

  it("port 0 lets the system choose", () => {
    expect(read({ PORT: "0" }).core.PORT).toBe(0);
  });

  it.each(["", "   ", undefined])("an empty value (%j) counts as absent", (value) => {
    expect(read({ PORT: value, LOG_LEVEL: value, DEFAULT_LOCALE: value, HOST: value }).core).toEqual(
      read({}).core,
    );
  });

  it("names that are no settings are left alone", () => {
    expect(read({ PATH: "/bin", PORTS: "x", log_level: "loud" }).core).toEqual(read({}).core);
  });

  it("TEAM_CHANNEL is a channel of one of the platforms", () => {
    expect(read({ TEAM_CHANNEL: "fake:C1" }).core.TEAM_CHANNEL).toEqual({ adapter: "fake", channel: "C1" });
    const refused = ["TEAM_CHANNEL must be a platform and a channel id, as in slack:C0999"];
    for (const value of ["other:C1", "fake", "fake:", ":C1", "fake:C1:C2", "fake:C 1", "FAKE:C1"])
      expect(faultsOf({ TEAM_CHANNEL: value })).toEqual(refused);
  });

  it.each([
    ["PORT", "http", "PORT must be a number, as in 3000"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent"],
    ["KEEP_UNANSWERED", "maybe", "KEEP_UNANSWERED must be yes or no"],
    ["TEAM_REPLIES", "yes", "TEAM_REPLIES must be mentions or all"],
    ["TELL_TEAM_OF_LURES", "maybe", "TELL_TEAM_OF_LURES must be yes or no"],
  ])("%s=%s is refused with what to do", (name, value, fault) => {
    expect(faultsOf({ [name]: value })).toEqual([fault]);
  });

  it.each([
    "db.example.com",
    "mysql://db/signpost",
    "postgres://db",
    "postgres://bot:a/b@db/signpost",
    "postgres:///signpost",
  ])("DATABASE_URL=%s is refused with what to do, and not repeated", (value) => {
    const [fault = "", ...others] = faultsOf({ DATABASE_URL: value });
    expect(fault).toMatch(/^DATABASE_URL must be the address of a PostgreSQL database, as in postgres:/);
    expect(fault).not.toContain(value);
    expect(others).toEqual([]);
  });

  it.each(["postgresql://bot@db/signpost", "postgres:///signpost?host=/run/postgresql"])(
    "DATABASE_URL=%s is taken",
    (value) => {
      expect(read({ DATABASE_URL: value }).core.DATABASE_URL).toBe(value);
    },
  );

  it.each(["70000", "-1", "30.5"])("PORT=%s is refused by its name", (value) => {
    expect(faultsOf({ PORT: value })).toEqual([expect.stringMatching(/^PORT/)]);
  });
});

describe("the settings of a platform", () => {
  it("are absent if none is set", () => {
    expect(read({}).platforms).toEqual([]);
  });

  it("are absent if all are empty", () => {
    expect(read({ FAKE_TOKEN: "", FAKE_OTHER: " " }).platforms).toEqual([]);
  });

  it("hold what is set, and nothing of other platforms", async () => {
    const environment = {
      FAKE_TOKEN: "t",
      FAKE_OTHER: "https://example.com",
      STRICT_TOKEN: "s",
      PATH: "/bin",
    };
    expect(await settingsIn(environment)).toEqual({
      fake: { FAKE_TOKEN: "t", FAKE_OTHER: "https://example.com" },
      strict: { STRICT_TOKEN: "s" },
    });
  });

  it("leave out what is empty", async () => {
    expect(await settingsIn({ FAKE_TOKEN: "t", FAKE_OTHER: "" })).toEqual({ fake: { FAKE_TOKEN: "t" } });
  });

  it("set by half are refused with what is missing", () => {
    expect(faultsOf({ FAKE_OTHER: "https://example.com" })).toEqual([
      "FAKE_TOKEN is missing: copy it from the settings page",
    ]);
  });

  it("without a message of their own are refused by their name", () => {
    expect(faultsOf({ STRICT_TOKEN: "s", STRICT_COLOUR: "green" })).toEqual([
      expect.stringMatching(/^STRICT_COLOUR: .*"red"/),
    ]);
  });

  it("with an unknown name get the nearest one", () => {
    expect(faultsOf({ FAKE_TOKEN: "t", FAKE_OTER: "https://example.com" })).toEqual([
      "FAKE_OTER is no setting: did you mean FAKE_OTHER?",
    ]);
  });

  it("with an unknown name alone are refused too: it was meant to switch the platform on", () => {
    expect(faultsOf({ FAKE_TOKN: "t" })).toEqual([
      "FAKE_TOKN is no setting: did you mean FAKE_TOKEN?",
      "FAKE_TOKEN is missing: copy it from the settings page",
    ]);
  });

  it("with an unknown name get the nearest one also where the schema is strict itself", () => {
    expect(faultsOf({ STRICT_TOKEN: "s", STRICT_COLOR: "red" })).toContain(
      "STRICT_COLOR is no setting: did you mean STRICT_COLOUR?",
    );
  });

  it("are not switched on by an ignored name", () => {
    expect(read({ FAKE_TESTS: "1" }).platforms).toEqual([]);
  });

  it("may stand beside an ignored name", async () => {
    expect(await settingsIn({ FAKE_TESTS: "1", FAKE_TOKEN: "t" })).toEqual({ fake: { FAKE_TOKEN: "t" } });
  });
});

describe("a refusal", () => {
  it("names every fault of the core and of each platform at once", () => {
    expect(
      faultsOf({
        PORT: "http",
        LOG_LEVEL: "loud",
        FAKE_TOKEN: "t",
        FAKE_OTHER: "nowhere",
        STRICT_COLOUR: "red",
      }),
    ).toEqual([
      "PORT must be a number, as in 3000",
      "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent",
      "FAKE_OTHER must be a full address",
      expect.stringMatching(/^STRICT_TOKEN: /),
    ]);
  });

  it("begins by saying what can't be used", () => {
    expect(() => read({ PORT: "http" })).toThrow(
      /^The settings \(environment or \.env\) can't be used:\n {2}PORT /,
    );
  });

  it("repeats no value: a token must not end in a log", () => {
    expect(
      faultsOf({ FAKE_TOKN: "s3cret", FAKE_OTHER: "s3cret", STRICT_COLOUR: "s3cret" }).join("\n"),
    ).not.toContain("s3cret");
  });

  it("is the worst that any environment leads to", () => {
    const name = fc.oneof(
      fc.constantFrom(
        "PORT",
        "HOST",
        "LOG_LEVEL",
        "DEFAULT_LOCALE",
        "FAKE_TOKEN",
        "FAKE_OTHER",
        "FAKE_",
        "STRICT_x",
      ),
      fc.string({ unit: "binary" }),
    );
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("3000", "1e999", "en", "https://a.b"),
    );
    fc.assert(
      fc.property(fc.dictionary(name, value), (environment) => {
        const faults = faultsOf(environment);
        expect(faults.every((fault) => fault.length > 0)).toBe(true);
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});
