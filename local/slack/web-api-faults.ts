import { createFaultQueue } from "../shared/fault-queue.ts";
import type { WebApiFault } from "./faults.ts";

/** A call as far as a fault depends on it. */
export interface FaultyCall {
  readonly method: string;
  readonly channel: unknown;
}

/** The faults that tests have requested for calls of the Web API. */
export interface WebApiFaults {
  /** Applies to the next call. */
  add(fault: WebApiFault): void;
  /** Applies to every call, until the returned function is called. */
  keep(fault: WebApiFault): () => void;
  take(call: FaultyCall): WebApiFault | undefined;
}

export function createWebApiFaults(): WebApiFaults {
  const once = createFaultQueue<WebApiFault>();
  const kept = new Set<WebApiFault>();
  return {
    add: once.add,
    keep: (fault) => {
      kept.add(fault);
      return () => void kept.delete(fault);
    },
    take: (call) =>
      once.take((fault) => applies(fault, call)) ?? [...kept].find((fault) => applies(fault, call)),
  };
}

function applies({ method, channel }: WebApiFault, call: FaultyCall): boolean {
  return method === call.method && (channel === undefined || channel === call.channel);
}
