import { watch } from "node:fs";
import type { ComposedCore } from "../../src/app/compose.ts";
import type { Reloaded } from "../../src/app/reloadable-responder.ts";
import { formatFault, KnowledgeError } from "../../src/knowledge/fault.ts";
import type { Backstage, KnowledgeState } from "../server/backstage.ts";

/** Reads the knowledge anew whenever something in its folder was saved, and tells how it stands with it. */
export interface KnowledgeWatch {
  state(): KnowledgeState;
  readonly onChange: Backstage["onChange"];
  /** Something else changed that the listeners show. */
  changed(): void;
  /** The knowledge is there: from now on what is saved counts. */
  start(reload: ComposedCore["reload"]): void;
  stop(): void;
}

/** Editors write a file in several steps, in milliseconds. */
const settleDelayMs = 150;

/** Watches from now on; what is saved before the knowledge is there is read as soon as it is. */
export function createKnowledgeWatch(folder: string): KnowledgeWatch {
  const listeners = new Set<() => void>();
  let state: KnowledgeState = { kind: "learning" };
  let reload: ComposedCore["reload"] | undefined;
  let isStale = false;
  let due: NodeJS.Timeout | undefined;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: KnowledgeState) => {
    state = next;
    changed();
  };
  const read = async () => {
    isStale = reload === undefined;
    if (!reload) return;
    become({ kind: "reading" });
    become(toState(await reload()));
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(due);
    due = setTimeout(() => void read(), settleDelayMs);
  });
  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
    start: (given) => {
      reload = given;
      become({ kind: "ready", since: Date.now() });
      if (isStale) void read();
    },
    stop: () => {
      clearTimeout(due);
      watcher.close();
    },
  };
}

function toState(reloaded: Reloaded): KnowledgeState {
  if (reloaded.kind === "read") return { kind: "ready", since: Date.now() };
  const { error } = reloaded;
  if (error instanceof KnowledgeError) return { kind: "faulty", faults: error.faults.map(formatFault) };
  return { kind: "faulty", faults: [error instanceof Error ? error.message : String(error)] };
}
