import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { findParts } from "../../bench/find-parts.ts";
import { findBenchPlatform } from "../../bench/find-platform.ts";
import { openLocalPlatforms } from "../../playground/bot/open-local-platforms.ts";
import { startPlayground } from "../../playground/bot/start-playground.ts";
import { findSoakPlatform } from "../../soak/find-platform.ts";
import { soak } from "../../soak/soak.ts";
import { checkSetups } from "../../src/app/check-setups.ts";
import { ConfigError, noPlatformSet, readConfig, readCoreConfig } from "../../src/app/config.ts";
import { serve } from "../../src/app/serve.ts";
import { createLog } from "../../src/insight/log.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { forbidden } from "../architecture/imports.ts";
import { importTable } from "../architecture/table.ts";
import { act } from "../playground/open-playground.ts";
import { streamUntil } from "../playground/stream-until.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { knownSettings } from "../support/known-settings.ts";
import { responderOf } from "../support/responder-of.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { running, stub } from "./stub-house/adapters/stub/platform.ts";

const root = path.join(import.meta.dirname, "..", "..");
const registry = [...platforms, stub];

/** The folder of the stub's house that mirrors one of ours. */
const house = (folder: string) => new URL(`./stub-house/${folder}/`, import.meta.url);

describe("a platform that is registered is found by", () => {
  it("the start, which serves it", async () => {
    const environment = {
      STUB_TOKEN: "served",
      KNOWLEDGE_DIR: writeFiles(smallPack),
      DATA_DIR: temporaryFolder(),
      PORT: "0",
      TEAM_CHANNEL: "stub:C1",
    };
    const { core: config, platforms: configured } = readConfig(environment, registry);
    const store = createMemoryStore(Date.now);
    const service = await serve({ config, platforms: configured, store, log: createLog("silent") });
    onTestFinished(() => service.stop());
    expect([...running]).toEqual(["served"]);
    expect((await fetch(`http://127.0.0.1:${service.port}/readyz`)).status).toBe(200);
  });

  it("the message that no platform is set", () => {
    expect(noPlatformSet(registry)).toContain(", for Stub STUB_TOKEN (");
  });

  it("the doctor", async () => {
    const environment = { STUB_TOKEN: "checked", TEAM_CHANNEL: "stub:C1" };
    const { core, platforms: configured } = readConfig(environment, registry);
    expect(await checkSetups(core, configured)).toEqual([
      { platform: "stub", check: { kind: "passed", what: "STUB_TOKEN works: checked" } },
      { platform: "stub", check: { kind: "passed", what: "the team is in C1" } },
    ]);
  });

  it("TEAM_CHANNEL", () => {
    const environment = { TEAM_CHANNEL: "stub:C1" };
    expect(readConfig(environment, registry).core.TEAM_CHANNEL).toEqual({ adapter: "stub", channel: "C1" });
    expect(() => readConfig(environment, platforms)).toThrow(ConfigError);
  });

  it("the test of .env.example", () => {
    expect(knownSettings(registry)).toContain("STUB_TOKEN");
  });

  it("the architecture's table", () => {
    const table = importTable(registry.map(({ name }) => name));
    const imports = ["adapters/slack/place.ts"];
    expect(forbidden([{ file: "adapters/stub/index.ts", imports }], table)).not.toEqual([]);
    expect(forbidden([{ file: "adapters/stub/index.ts", imports: ["src/lib/dedupe.ts"] }], table)).toEqual(
      [],
    );
  });

  it("the soak, which plays its rounds", async () => {
    const smallKnowledge = loadKnowledge(writeFiles(smallPack), { languages: ["en"] });
    const knowledge = {
      responder: responderOf(smallKnowledge),
      modelFolder: temporaryFolder(),
      phrases: ["my key is lost"],
      apologies: [],
    };
    const platform = await findSoakPlatform("stub", house("soak"));
    const [result] = await soak(platform, { knowledge, times: 1, seed: 1, questions: [1, 1] });
    expect(result?.verdicts).toMatchObject([{ way: "message", text: "my key is lost", kind: "answered" }]);
  });

  it("the benchmark, which measures it", async () => {
    const shown: string[] = [];
    const bench = await findBenchPlatform("stub", house("bench"));
    await bench(true, (section) => shown.push(section));
    expect(shown).toEqual(["stub, quick"]);
  });
});

describe("the playground", () => {
  const prepareConfig = () => {
    const [knowledgeFolder, dataFolder] = [writeFiles(smallPack), temporaryFolder()];
    keepLearned({ knowledgeFolder, dataFolder });
    return readCoreConfig({ KNOWLEDGE_DIR: knowledgeFolder, DATA_DIR: dataFolder, PORT: "0" }, registry);
  };

  it("runs a registered platform, and shows it with the others", async () => {
    const config = prepareConfig();
    const locals = await openLocalPlatforms(registry, house("playground"));
    expect(locals.map(({ name }) => name)).toEqual(["stub"]);
    const playground = await startPlayground(config, {
      platforms: registry,
      locals,
      log: createLog("silent"),
      opened: () => {},
    });
    onTestFinished(() => playground.stop());
    expect([...running]).toContain("played");
    expect(await (await fetch(playground.url)).text()).toContain('<meta name="platforms" content="stub">');
    await streamUntil(playground.url, 'event: view/stub\ndata: {"greeting":"hello alex"}');
    const order = { platform: "stub", person: "alex", act: { kind: "waves" } };
    expect(await act(playground.url, order)).toEqual({ status: 200, body: { outcome: { kind: "waves" } } });
    const elsewhere = await act(playground.url, { ...order, platform: "slack" });
    expect(elsewhere).toEqual({ status: 400, body: { error: 'there is no platform "slack" here' } });
  });

  it.each([
    ["page", { PORT: 70_000 }, { STUB_TOKEN: "played" }],
    ["bot", {}, { STUB_SECRET: "unknown" }],
  ])("closes the local platforms if the %s can't start", async (_, changes, settings) => {
    const config = { ...prepareConfig(), ...changes };
    const [local] = await openLocalPlatforms([stub], house("playground"));
    if (!local) throw new Error("the stub is gone");
    let isClosed = false;
    const close = async () => {
      isClosed = true;
    };
    const locals = [{ ...local, settings, close }];
    const options = { platforms: registry, locals, log: createLog("silent"), opened: () => {} };
    await expect(startPlayground(config, options)).rejects.toThrow();
    expect(isClosed).toBe(true);
  });
});

describe("a platform without a part of its own", () => {
  it("is left out of the playground", async () => {
    expect(await openLocalPlatforms([stub], house("elsewhere"))).toEqual([]);
  });

  it("is named with the file that is missing, where the soak and the benchmark list theirs", () => {
    expect(findParts(["stub", "other"], "soak/<name>/platform.ts", house("."))).toEqual({
      present: ["stub"],
      missing: "other is left out: there is no soak/other/platform.ts",
    });
    expect(findParts(["stub"], "bench/<name>/bench.ts", house(".")).missing).toBe("");
  });

  it("can't be soaked or measured, and it is said which file is missing", async () => {
    await expect(findSoakPlatform("other", house("soak"))).rejects.toThrow("soak/other/platform.ts");
    await expect(findBenchPlatform("other", house("bench"))).rejects.toThrow("bench/other/bench.ts");
  });
});

/** Where a platform may have a part, the file by which it is found there, and the folders that are no platform's. */
const optionalParts = [
  { folder: "local", file: "", others: ["shared"] },
  { folder: "playground", file: "local-platform.ts", others: ["bot", "client", "server"] },
  { folder: "soak", file: "platform.ts", others: ["inputs", "processes"] },
  { folder: "bench", file: "bench.ts", others: ["engines", "load", "node_modules", "scale"] },
] as const;
const names = platforms.map(({ name }) => name);

describe("the registered platforms", () => {
  it.each(names)("are in a folder of their name: %s", (name) => {
    expect(existsSync(path.join(root, "adapters", name, "platform.ts"))).toBe(true);
  });

  it.each(optionalParts)("own the folders in $folder/, each with its file", ({ folder, file, others }) => {
    const owned = readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((one) => one.isDirectory() && !others.some((other) => other === one.name))
      .map((one) => one.name);
    expect(owned.filter((one) => !names.includes(one))).toEqual([]);
    expect(owned.filter((one) => !existsSync(path.join(root, folder, one, file)))).toEqual([]);
  });

  it.each(findParts(names, "soak/<name>/platform.ts").present)("can be soaked: %s", async (name) => {
    expect((await findSoakPlatform(name)).faults.length).toBeGreaterThan(0);
  });

  it.each(findParts(names, "bench/<name>/bench.ts").present)("can be measured: %s", async (name) => {
    await expect(findBenchPlatform(name)).resolves.toBeTypeOf("function");
  });

  it("have different names, prefixes and settings", () => {
    const settings = platforms.flatMap(({ settingNames }) => settingNames);
    expect(new Set(settings).size).toBe(settings.length);
    expect(new Set(platforms.map(({ name }) => name)).size).toBe(platforms.length);
  });
});
