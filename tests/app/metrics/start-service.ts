import { onTestFinished } from "vitest";
import { platforms } from "../../../adapters/platforms.ts";
import { createManualClock } from "../../../local/shared/clock.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import { readConfig } from "../../../src/app/config.ts";
import { serve } from "../../../src/app/serve.ts";
import { createLog } from "../../../src/insight/log.ts";
import type { Trace } from "../../../src/runtime/trace.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { keepLearned } from "../../support/keep-learned.ts";
import { smallPack } from "../../support/small-pack.ts";
import { temporaryFolder, writeFiles } from "../../support/temporary.ts";

interface Others {
  readonly store?: Store;
  /** In which it runs beside another one; by default a new one. */
  readonly beside?: Workspace;
  readonly trace?: Trace;
  readonly settings?: Readonly<Record<string, string>>;
  /** Further settings that name what is in the workspace. */
  readonly prepare?: (workspace: Workspace) => Readonly<Record<string, string>>;
}

/** The whole bot in a local workspace, with the small pack; both end with the test. */
export async function startService({
  store = createMemoryStore(Date.now),
  beside,
  trace,
  settings,
  prepare,
}: Others = {}) {
  const workspace = beside ?? (await openWorkspace());
  const environment = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
    KNOWLEDGE_DIR: writeFiles(smallPack),
    DATA_DIR: temporaryFolder(),
    PORT: "0",
    ...settings,
    ...prepare?.(workspace),
  };
  keepLearned({ knowledgeFolder: environment.KNOWLEDGE_DIR, dataFolder: environment.DATA_DIR });
  const { core: config, platforms: configured } = readConfig(environment, platforms);
  const service = await serve({
    config,
    platforms: configured,
    store,
    log: createLog("silent"),
    ...(trace && { trace }),
  });
  onTestFinished(() => service.stop());
  return { workspace, service, url: `http://127.0.0.1:${service.port}` };
}

async function openWorkspace(): Promise<Workspace> {
  const workspace = await startWorkspace({ clock: createManualClock(), burst: Number.POSITIVE_INFINITY });
  onTestFinished(() => workspace.close());
  return workspace;
}
