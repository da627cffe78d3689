import { onTestFinished } from "vitest";
import { createManualClock } from "../../../local/shared/clock.ts";
import type { WorkspaceOptions } from "../../../local/slack/options.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import { createLog } from "../../../src/insight/log.ts";
import { createAdapterMemory } from "../../../src/runtime/adapter-memory.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { until } from "../../support/until.ts";
import { startBot, type Transport } from "./start-slack.ts";

interface AwayOptions {
  readonly workspace?: Omit<WorkspaceOptions, "clock">;
  /** Told of the workspace before the bot starts, for settings that name its channels. */
  readonly prepare?: (workspace: Workspace) => Readonly<Record<string, string>>;
  /** How long ago the workspace's time begins, in minutes. */
  readonly minutesAgo?: number;
  /** Whether the store fails to keep a value, by its key. */
  readonly failsToKeep?: (key: string) => boolean;
}

/** A workspace whose bot can be away: what it keeps outlives it. */
export async function openAway(transport: Transport, options: AwayOptions = {}) {
  const { workspace: workspaceOptions, prepare, minutesAgo = 0, failsToKeep = () => false } = options;
  const clock = createManualClock(Date.now() - minutesAgo * 60_000);
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY, ...workspaceOptions, clock });
  onTestFinished(() => workspace.close());
  const settings = prepare?.(workspace) ?? {};
  const store = createMemoryStore(clock.now);
  const kept = createAdapterMemory(store, "slack");
  const memory: typeof kept = {
    ...kept,
    set: async (key, ...value) => {
      if (failsToKeep(key)) throw new Error("the disk is full");
      await kept.set(key, ...value);
    },
  };
  const core = startSmallPack(store);
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
  const said = (where: string, person = ana) =>
    workspace.messagesSeenBy(person, where).filter(({ botId }) => botId !== undefined);
  return {
    ...{ workspace, clock, ana, bo, said },
    start: async () => {
      const { slack } = await startBot(workspace, {
        ...{ transport, core, settings, memory, log },
        now: clock.now,
      });
      return slack;
    },
    answer: (where: string, index = 0, person = ana) => workspace.until(() => said(where, person)[index]),
    /** Lets minutes pass, at least until Slack tells nothing of before again. */
    passes: async (minutes: number) => {
      const end = clock.now() + minutes * 60_000;
      // What nobody acknowledges is given up after 3 s.
      while (clock.now() < end || workspace.pendingEvents() > 0) await clock.advance(3000);
    },
    /** The bot has read back, so many times: what it counted last. */
    caughtUp: (times = 1) =>
      until((): unknown => {
        const read = lines.filter((line) => line.includes("read what was missed"));
        return read.length < times ? undefined : JSON.parse(read[times - 1] ?? "");
      }),
  };
}
