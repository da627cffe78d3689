import { collectDefaultMetrics, Registry } from "prom-client";
import type { RecordFacts } from "../../insight/record.ts";
import type { CheckReadiness } from "../readiness.ts";
import { createInstruments, type Instruments } from "./instruments.ts";
import { measureAssistant } from "./measure-assistant.ts";
import { measureResponder } from "./measure-responder.ts";
import { measureStore } from "./measure-store.ts";
import type { Measures } from "./measures.ts";

interface MetricsOptions {
  /** The names of the platforms that are set; anything else is counted as `other`. */
  readonly platforms: readonly string[];
  /** Milliseconds since any moment; never jumps. */
  readonly elapsed?: () => number;
}

export interface Metrics {
  readonly measures: Measures;
  /** All figures in Prometheus's text format. */
  page(checkReadiness: CheckReadiness): Promise<string>;
  readonly contentType: string;
}

/** The figures of this process. */
export function createMetrics({ platforms, elapsed = () => performance.now() }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const instruments = createInstruments(registry, platforms);
  const platformOf = (name: string) => (platforms.includes(name) ? name : "other");
  return {
    measures: {
      store: (store) => measureStore(store, instruments, elapsed),
      record: (record) => countFacts(record, instruments),
      responder: (responder) => measureResponder(responder, instruments),
      assistant: (assistant) => measureAssistant(assistant, { instruments, platformOf, elapsed }),
    },
    page: async (checkReadiness) => {
      await noteReadiness(checkReadiness, instruments);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function countFacts(record: RecordFacts, { facts: counted, keptQuiet }: Instruments): RecordFacts {
  return (facts) => {
    for (const fact of facts) {
      counted.inc({ kind: fact.kind });
      if (fact.kind === "kept-quiet") keptQuiet.inc({ reason: fact.because });
    }
    return record(facts);
  };
}

async function noteReadiness(check: CheckReadiness, instruments: Instruments): Promise<void> {
  const { ready, platforms, store, knowledge } = await check();
  instruments.ready.set(Number(ready));
  instruments.storeWritable.set(Number(store.writable));
  instruments.knowledgeEntries.set(knowledge.loaded ? knowledge.entries : 0);
  for (const { name, connected } of platforms)
    instruments.connected.set({ platform: name }, Number(connected));
}
