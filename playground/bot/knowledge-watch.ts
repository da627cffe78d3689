import { watch } from "node:fs";
import type { ComposedCore } from "../../src/app/compose.ts";
import type { Reloaded } from "../../src/app/reloadable-responder.ts";
import { formatFault, KnowledgeError } from "../../src/knowledge/fault.ts";
import type { CoreView, KnowledgeState } from "../server/core-view.ts";

/** Reloads the knowledge whenever a file in its folder is saved. */
export interface KnowledgeWatch {
  state(): KnowledgeState;
  readonly onChange: CoreView["onChange"];
  readonly whenReady: CoreView["whenReady"];
  /** Call before the knowledge is learned. */
  expect(seconds: number): void;
  /** Calls the listeners when something else has changed. */
  notify(): void;
  /** Call once the knowledge is learned: reloads begin. */
  start(reload: ComposedCore["reload"]): void;
  stop(): void;
}

/** Editors write a file in several steps. */
const reloadDelayMs = 150;

/** Watches from the call on. A file saved before `start` is read then. */
export function createKnowledgeWatch(folder: string): KnowledgeWatch {
  const listeners = new Set<() => void>();
  let state: KnowledgeState = { kind: "learning" };
  let reload: ComposedCore["reload"] | undefined;
  let isStale = false;
  let timer: NodeJS.Timeout | undefined;
  let setReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    setReady = resolve;
  });
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const setState = (next: KnowledgeState) => {
    state = next;
    notify();
  };
  const read = async () => {
    isStale = reload === undefined;
    if (!reload) return;
    setState({ kind: "reading" });
    setState(toState(await reload()));
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), reloadDelayMs);
  });
  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify,
    whenReady: () => ready,
    expect: (seconds) => setState({ kind: "learning", seconds, since: Date.now() }),
    start: (given) => {
      reload = given;
      setReady();
      setState({ kind: "ready", since: Date.now() });
      if (isStale) void read();
    },
    stop: () => {
      clearTimeout(timer);
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
