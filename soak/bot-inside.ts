import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createSlack } from "../adapters/slack/index.ts";
import { slackSettings } from "../adapters/slack/settings.ts";
import { createAssistant, lease } from "../src/assistant.ts";
import { createHttp } from "../src/http.ts";
import { createLog } from "../src/insight/log.ts";
import { createRecordFacts } from "../src/insight/record.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { type Bot, type BotParts, type Refuses, settingsFor } from "./bot.ts";

/** A minute apart by the bot's clock, as src/main.ts does it; in fact milliseconds. What is under way is left alone. */
const recoveries = 60;
const betweenRecoveries = 500;

/** Signpost within this process, on the workspace's clock: put together as src/main.ts does it. */
export async function startInside(parts: BotParts): Promise<Bot> {
  const { workspace, transport, clock, brain } = parts;
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-soak-"));
  const log = createLog("silent");
  const store = refusing(createSqliteStore(folder, clock.now), parts.refuses);
  const assistant = createAssistant({
    brain: () => brain,
    store,
    record: createRecordFacts({ log, store }),
    log,
    defaultLocale: "en",
    now: clock.now,
  });
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  const settings = slackSettings.schema.parse(settingsFor(workspace, transport));
  const slack = createSlack({ settings, http, log });
  const port = await http.listen();
  if (transport === "http") workspace.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  await slack.start(assistant);
  return {
    recover: async () => {
      for (let tries = 0; tries < recoveries; tries++) {
        clock.leap(lease + 1000);
        if ((await store.unfinished()).length === 0) return;
        await assistant.recover([slack]);
        await wait(betweenRecoveries);
      }
    },
    crash: () => Promise.reject(new Error("what runs inside can't be killed")),
    stop: async () => {
      await slack.stop();
      await assistant.idle();
      await http.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function refusing(store: Store, refuses: Refuses): Store {
  return {
    ...store,
    receive: async (id, body, lasting) => {
      if (refuses(id)) throw new Error("the disk is full");
      return store.receive(id, body, lasting);
    },
  };
}
