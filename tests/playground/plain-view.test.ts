import { expect, it, onTestFinished } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { openLocalPlatforms } from "../../playground/bot/open-local-platforms.ts";
import { type Playground, startPlayground } from "../../playground/bot/start-playground.ts";
import { readCoreConfig } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { stub } from "../registry/stub-house/adapters/stub/platform.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { inBrowser } from "./browser.ts";

const registry = [...platforms, stub];
const stubFolder = new URL("../registry/stub-house/playground/", import.meta.url);

interface Opened extends Playground {
  readonly platformCount: number;
}

/** A playground with every platform and the stub. It stops when the test ends. */
async function openWithStub(): Promise<Opened> {
  const [knowledgeFolder, dataFolder] = [writeFiles(smallPack), temporaryFolder()];
  keepLearned({ knowledgeFolder, dataFolder });
  const config = readCoreConfig(
    { KNOWLEDGE_DIR: knowledgeFolder, DATA_DIR: dataFolder, PORT: "0" },
    registry,
  );
  const ours = await openLocalPlatforms(platforms);
  const locals = [...ours, ...(await openLocalPlatforms([stub], stubFolder))];
  const playground = await startPlayground(config, {
    platforms: registry,
    locals,
    log: createLog("silent"),
    opened: () => {},
  });
  onTestFinished(() => playground.stop());
  return { ...playground, platformCount: locals.length };
}

inBrowser("A platform without a drawing", (open) => {
  it("has a tab that shows its view as JSON, and is left out side by side", async () => {
    const { url, platformCount } = await openWithStub();
    const page = await open(url);
    const tabs = page.getByRole("navigation", { name: "Views" }).getByRole("button");
    const labels = await tabs.allTextContents();
    expect(labels.slice(platformCount - 1)).toEqual(["stub", "Side by side", "Knowledge"]);
    await tabs.getByText("stub").click();
    const panel = page.getByRole("region", { name: "stub" });
    await panel.getByText('"greeting": "hello alex"').waitFor();
    await tabs.getByText("Side by side").click();
    await page.getByRole("region", { name: "Discord", exact: true }).waitFor();
    expect(await page.getByRole("region", { name: "Slack", exact: true }).count()).toBe(1);
    expect(await panel.count()).toBe(0);
  });
});
