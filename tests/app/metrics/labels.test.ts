import fc from "fast-check";
import { expect, it } from "vitest";
import type { Fact } from "../../../src/answer/fact.ts";
import { createMetrics } from "../../../src/app/metrics/create-metrics.ts";
import { createReadiness } from "../../../src/app/readiness.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { readMetrics, type Sample } from "../../support/read-metrics.ts";
import { ask, createSmallAssistant } from "../../support/small-assistant.ts";

const platforms = ["slack", "discord"];
/** What a word of anybody would begin with. */
const marker = "zqx";

function openMetrics() {
  const metrics = createMetrics({ platforms });
  const store = metrics.measures.store(createMemoryStore(Date.now));
  const readiness = createReadiness({
    stage: () => "running",
    store,
    knowledge: () => undefined,
    platforms,
    connections: () => [],
  });
  const core = metrics.measures.assistant(createSmallAssistant(store));
  return { core, measures: metrics.measures, page: () => metrics.page(readiness) };
}

const word = fc.string({ unit: "binary" }).map((text) => `${marker}${text}`);
const incoming: fc.Arbitrary<Incoming> = fc
  .record({
    id: word,
    adapter: fc.oneof(word, fc.constantFrom("slack", "discord", "constructor", "__proto__", 'a"b\n')),
    conversation: word,
    person: word,
    name: word,
    addressed: fc.boolean(),
    text: fc.oneof(word, fc.constant("I forgot my password"), fc.constant("my phone is lost")),
  })
  .map(({ id, adapter, text, ...others }) => ({
    ...ask(id, text),
    ...others,
    place: others.addressed ? "private" : "channel",
    ...(!others.addressed && { mode: "all" as const }),
    address: { adapter, data: text },
  }));

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constantFrom("answered", "solved", "stuck"), entry: word, locale: word }),
  fc.record({ kind: fc.constant("asked-back" as const), entry: word, part: word, locale: word }),
  fc.record({
    kind: fc.constant("kept-quiet" as const),
    because: fc.constant("no-name" as const),
    locale: word,
  }),
  fc.record({ kind: fc.constant("suggested" as const), entries: fc.array(word), locale: word }),
);

/** The series of the bot's own metrics, but for the platform that stands for all unknown ones. */
const seriesIn = (samples: readonly Sample[]) =>
  samples
    .filter(({ name, labels }) => name.startsWith("signpost_") && labels.platform !== "other")
    .map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`)
    .sort();

it("whatever people and platforms send, the series stay the same, and no word of theirs is on the page", async () => {
  const { core, measures, page } = openMetrics();
  const record = measures.record(async () => {});
  const before = seriesIn(readMetrics(await page()));
  await fc.assert(
    fc.asyncProperty(incoming, fc.array(fact), fc.boolean(), async (given, facts, fails) => {
      const { reply, complete } = await core.handle(given);
      if (reply.kind === "silence") return record(facts);
      await complete(async () => {
        if (fails) throw new Error(`${marker} refused`);
      });
      await record(facts);
    }),
    { numRuns: propertyRuns(200) },
  );
  const text = await page();
  expect(seriesIn(readMetrics(text))).toEqual(before);
  expect(text).not.toContain(marker);
});

it("platforms that are not set are one series, called other", async () => {
  const { core, page } = openMetrics();
  for (const adapter of ["teams", "irc", "teams"])
    await core.handle({ ...ask(`e-${adapter}`, "hello"), address: { adapter, data: "" } });
  const named = readMetrics(await page()).flatMap(({ labels }) => labels.platform ?? []);
  expect([...new Set(named)].sort()).toEqual(["discord", "other", "slack"]);
});
