import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { composeCore } from "../../src/app/compose.ts";
import { ConfigError, readCoreConfig } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { ask, localeOf } from "../support/small-assistant.ts";
import { smallPack } from "../support/small-pack.ts";
import { spanish, trilingualPack } from "../support/spanish.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const start = (knowledgeFolder: string, dataFolder: string, locale: string) =>
  composeCore({
    config: readCoreConfig(
      { KNOWLEDGE_DIR: knowledgeFolder, DATA_DIR: dataFolder, DEFAULT_LOCALE: locale },
      [],
    ),
    store: createMemoryStore(Date.now),
    log: createLog("silent"),
    now: Date.now,
    notify: () => {},
  });

function folders(files: Readonly<Record<string, string>>): readonly [string, string] {
  const [knowledgeFolder, dataFolder] = [writeFiles(files), temporaryFolder()];
  keepLearned({ knowledgeFolder, dataFolder });
  return [knowledgeFolder, dataFolder];
}

describe("DEFAULT_LOCALE", () => {
  it("is a language that comes along, also for a pack without texts in it", async () => {
    const { assistant } = await start(...folders(smallPack), "vi");
    expect(localeOf(await assistant.handle(ask("e1", "???")))).toBe("vi");
  });

  it("is a language of the folder's own", async () => {
    const { assistant } = await start(...folders(trilingualPack), "es");
    expect(localeOf(await assistant.handle(ask("e1", "???")))).toBe("es");
  });

  it.each(["fr", "english", "constructor", "en-GB"])("refuses %s and names the languages", async (locale) => {
    const started = start(...folders(trilingualPack), locale);
    await expect(started).rejects.toThrow("DEFAULT_LOCALE must be one of en, es, vi");
    await expect(started).rejects.toBeInstanceOf(ConfigError);
  });

  it("refuses a language that is only begun, and says so", async () => {
    const started = start(
      ...folders({ ...smallPack, "languages/es.yaml": "draft: true\nname: Español\n" }),
      "es",
    );
    await expect(started).rejects.toThrow(
      "DEFAULT_LOCALE must be one of en, vi: es is a draft, which only a preview shows",
    );
  });

  it("whose file is gone when the knowledge is read anew leaves the old answering", async () => {
    const [folder, data] = folders({ ...smallPack, "languages/es.yaml": spanish });
    const { assistant, reload } = await start(folder, data, "es");
    rmSync(path.join(folder, "languages", "es.yaml"));
    await reload();
    expect(localeOf(await assistant.handle(ask("e1", "???")))).toBe("es");
  });
});

describe("the language that a platform names", () => {
  it.each([
    ["es-MX", "es"],
    ["en-US", "en"],
    ["fr", "vi"],
    ["", "vi"],
  ])("%j is answered in %s where vi is the default", async (locale, spoken) => {
    const { assistant } = await start(...folders(trilingualPack), "vi");
    expect(localeOf(await assistant.handle(ask("e1", "???", { locale })))).toBe(spoken);
  });

  it("is that of the titles while a question is typed", async () => {
    const { assistant } = await start(...folders(trilingualPack), "vi");
    const firstIn = (locale: string) => assistant.suggest("", locale)[0]?.title;
    expect(["es-MX", "fr"].map(firstIn)).toEqual(["Perdí la llave", "Mất chìa khoá"]);
  });
});
