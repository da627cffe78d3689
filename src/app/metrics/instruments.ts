import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { quietReasons } from "../../answer/fact.ts";
import { limitNames } from "../../platform/outcome.ts";
import {
  eventOutcomes,
  factKinds,
  matchOutcomes,
  redeliveryResults,
  storeOperations,
  storeResults,
} from "./labels.ts";

/** The bounds of the histograms' buckets. Times in seconds; 3 s is when Slack and Discord give up on an event. */
const acknowledgeBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.4, 1, 2, 3];
const answerBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];
const storeBuckets = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];
const confidenceBuckets = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];

export type Instruments = ReturnType<typeof createInstruments>;

/** Everything that is measured beside the process itself. Each series is there from the start, with 0. */
export function createInstruments(registry: Registry, platforms: readonly string[]) {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labels: Labels<Label>) => {
    const made = new Counter({ name, help, labelNames: Object.keys(labels), registers });
    for (const series of seriesOf(labels)) made.inc(series, 0);
    return made as Counter<Label>;
  };
  const histogram = <Label extends string>(
    name: string,
    help: string,
    { labels, buckets }: { readonly labels: Labels<Label>; readonly buckets: readonly number[] },
  ) => {
    const labelNames = Object.keys(labels);
    const made = new Histogram({ name, help, labelNames, buckets: [...buckets], registers });
    for (const series of seriesOf(labels)) made.zero(series);
    return made as Histogram<Label>;
  };
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });

  return {
    events: counter("signpost_events_total", "Events of a platform, by what became of them", {
      platform: platforms,
      outcome: eventOutcomes,
    }),
    acknowledge: histogram(
      "signpost_acknowledge_seconds",
      "From the arrival of an event until it is stored and the platform may be told so",
      { labels: { platform: platforms }, buckets: acknowledgeBuckets },
    ),
    answer: histogram(
      "signpost_answer_seconds",
      "From the arrival of an event until the platform has accepted the answer or the form",
      { labels: { platform: platforms }, buckets: answerBuckets },
    ),
    redeliveries: counter(
      "signpost_redeliveries_total",
      "Answers sent again since their event was not finished in time",
      { platform: platforms, result: redeliveryResults },
    ),
    unfinished: gauge(
      "signpost_unfinished_events",
      "Events that were not finished in time, as last looked (every 15 seconds)",
    ),
    refusals: counter("signpost_refusals_total", "Events beyond a limit of the bot's own", {
      platform: platforms,
      limit: limitNames,
    }),
    store: histogram("signpost_store_seconds", "How long a call of the store took", {
      labels: { operation: storeOperations, result: storeResults },
      buckets: storeBuckets,
    }),
    confidence: histogram(
      "signpost_match_confidence",
      "How probable it is that a question was understood, 0 to 1, by what was made of it",
      { labels: { outcome: matchOutcomes }, buckets: confidenceBuckets },
    ),
    keptQuiet: counter(
      "signpost_kept_quiet_total",
      "Messages that nobody addressed to the bot and that it left alone, by the reason",
      { reason: quietReasons },
    ),
    facts: counter("signpost_facts_total", "What happened in conversations", { kind: factKinds }),
    ready: gauge("signpost_ready", "1 if /readyz says ready, or else 0"),
    connected: new Gauge({
      name: "signpost_platform_connected",
      help: "1 while events of the platform are received, or else 0",
      labelNames: ["platform"],
      registers,
    }),
    storeWritable: gauge("signpost_store_writable", "1 if the store took a write a moment ago, or else 0"),
    knowledgeEntries: gauge(
      "signpost_knowledge_entries",
      "Entries of the knowledge in use, 0 until it is loaded",
    ),
  };
}

/** The names of a metric's labels, and all values of each. */
type Labels<Label extends string> = Readonly<Record<Label, readonly string[]>>;

/** Every combination of the labels' values. */
function seriesOf(labels: Labels<string>): readonly Readonly<Record<string, string>>[] {
  return Object.entries(labels).reduce<readonly Readonly<Record<string, string>>[]>(
    (series, [label, values]) => series.flatMap((one) => values.map((value) => ({ ...one, [label]: value }))),
    [{}],
  );
}
