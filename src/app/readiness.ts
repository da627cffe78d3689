import type { Knowledge } from "../knowledge/knowledge.ts";
import { versionOf } from "../knowledge/version.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Store } from "../store/store.ts";
import type { Connection } from "./connections.ts";

/** Whether questions can be answered now, as `/readyz` tells it. Nothing in it is secret, or about a person. */
export interface Readiness {
  readonly ready: boolean;
  /** What is missing, one sentence each; empty if nothing is. */
  readonly missing: readonly string[];
  /** `since`: ISO time since when it is (dis)connected; absent before the platforms are started. */
  readonly platforms: readonly {
    readonly name: string;
    readonly connected: boolean;
    readonly since?: string;
    /** What of it is away, in words, if not all is. */
    readonly away?: string;
  }[];
  readonly store: { readonly writable: boolean; readonly fault?: string };
  readonly knowledge:
    | { readonly loaded: false }
    | { readonly loaded: true; readonly version: string; readonly entries: number };
}

/** `starting` until all platforms receive events. */
export type Stage = "starting" | "running" | "stopping";

interface ReadinessOptions {
  readonly stage: () => Stage;
  readonly store: Store;
  /** Undefined until it is loaded. */
  readonly knowledge: () => Knowledge | undefined;
  /** The names of the platforms that are set. */
  readonly platforms: readonly string[];
  /** Empty until the platforms are being started. */
  readonly connections: () => readonly Connection[];
}

/** How long to wait for the store, in milliseconds. */
const storeCheckTimeoutMs = 1000;

/** Never rejects. */
export type CheckReadiness = () => Promise<Readiness>;

export function createReadiness(options: ReadinessOptions): CheckReadiness {
  return async () => {
    const fault = await withTimeout(storeCheckTimeoutMs, options.store.check()).catch(
      () => "it does not answer",
    );
    const store = { writable: fault === undefined, ...(fault !== undefined && { fault }) };
    const loaded = options.knowledge();
    const knowledge: Readiness["knowledge"] = loaded
      ? { loaded: true, version: versionOf(loaded), entries: loaded.entries.length }
      : { loaded: false };
    const connections = options.connections();
    const platforms = options.platforms.map((name) => {
      const connection = connections.find((one) => one.name === name);
      if (!connection) return { name, connected: false };
      const since = new Date(connection.since).toISOString();
      const { isConnected: connected, away } = connection;
      return { name, connected, since, ...(away !== undefined && { away }) };
    });
    const found = [
      ...(knowledge.loaded ? [] : ["the knowledge is not loaded yet"]),
      ...(fault === undefined ? [] : [`the store can't be written: ${fault}`]),
      ...platforms.filter(({ connected }) => !connected).map(notConnected),
    ];
    const missing = [...missingByStage(options.stage(), found), ...found];
    return { ready: missing.length === 0, missing, platforms, store, knowledge };
  };
}

function missingByStage(stage: Stage, others: readonly string[]): readonly string[] {
  switch (stage) {
    case "starting":
      return others.length === 0 ? ["the start is not complete yet"] : [];
    case "stopping":
      return ["the bot is stopping"];
    case "running":
      return [];
  }
}

function notConnected({ name, since, away }: Readiness["platforms"][number]): string {
  if (since === undefined) return `${name} is not connected yet`;
  return `${name} is not connected since ${since}${away === undefined ? "" : `: ${away}`}`;
}
