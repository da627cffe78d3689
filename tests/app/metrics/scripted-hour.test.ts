import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import type { SlackPerson } from "../../../local/slack/people/person.ts";
import { readMetrics, sumOf } from "../../support/read-metrics.ts";
import { startService } from "./start-service.ts";

afterEach(() => void vi.useRealTimers());

const minutes = 60;

it("the questions of an hour are counted on the page as they came", { timeout: 300_000 }, async () => {
  let help = "";
  let cho: SlackPerson | undefined;
  const { workspace, url } = await startService({
    settings: { METRICS: "on" },
    prepare: (opened) => {
      cho = opened.person("cho");
      help = opened.channel("help", { members: [cho] });
      return { SLACK_HELP_CHANNELS: `${help}:questions` };
    },
  });
  const people = ["ana", "bo"].map((name) => workspace.person(name));
  const flooder = workspace.person("dan");
  const settled = () => workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
  const answersIn = (channel: string) =>
    (workspace.data.messages[channel] ?? []).filter(({ botId }) => botId !== undefined).length;
  const done = { asked: 0, overheard: 0, repeated: 0 };

  for (let minute = 0; minute < minutes; minute += 4) {
    for (const person of people) {
      const isRepeated = minute % 20 === 0;
      if (isRepeated) workspace.faults.duplicateNextEvent();
      const before = answersIn(person.dm);
      person.says(person.dm, minute % 8 === 0 ? "I lost the key of my door" : "my window is stuck");
      done.asked += 1;
      done.repeated += Number(isRepeated);
      await workspace.until(() => (answersIn(person.dm) > before ? true : undefined));
    }
    if (minute % 20 === 0) {
      cho?.says(help, "lovely weather today, everybody");
      done.overheard += 1;
    }
    await settled();
  }
  // So that the limit is not eased meanwhile. The time may not jump: the socket would take its pings for lost.
  vi.useFakeTimers({ toFake: ["Date"] });
  const flood = 40;
  for (let count = 0; count < flood; count += 1) {
    flooder.says(flooder.dm, "my window is stuck");
    // All at once, they would keep a busy machine from answering the socket's pings in time.
    await settled();
  }
  const samplesWhen = async (isThere: (samples: ReturnType<typeof readMetrics>) => boolean) => {
    for (;;) {
      const samples = readMetrics(await (await fetch(`${url}/metrics`)).text());
      if (isThere(samples)) return samples;
      await pause(50);
    }
  };
  const taken = 30;
  const handled = done.asked + taken + done.overheard;
  const finished = { operation: "finish", result: "ok" };
  const samples = await samplesWhen(
    (read) => (sumOf(read, "signpost_store_seconds_count", finished) ?? 0) >= handled,
  );
  const events = (outcome: string) => sumOf(samples, "signpost_events_total", { platform: "slack", outcome });

  expect(events("answered")).toBe(done.asked + taken);
  expect(events("refused")).toBe(flood - taken);
  expect(sumOf(samples, "signpost_refusals_total", { limit: "person" })).toBe(flood - taken);
  expect(events("repeated")).toBe(done.repeated);
  expect(events("quiet")).toBe(done.overheard);
  expect(sumOf(samples, "signpost_kept_quiet_total")).toBe(done.overheard);
  for (const outcome of ["failed", "deferred", "unsent", "undeliverable", "form"])
    expect([outcome, events(outcome)]).toEqual([outcome, 0]);

  expect(sumOf(samples, "signpost_answer_seconds_count")).toBe(done.asked + taken);
  expect(sumOf(samples, "signpost_acknowledge_seconds_count")).toBeGreaterThanOrEqual(
    handled + flood - taken,
  );
  expect(sumOf(samples, "signpost_store_seconds_count", finished)).toBe(handled);
  expect(sumOf(samples, "signpost_store_seconds_count", { result: "failed" })).toBe(0);
  expect(sumOf(samples, "signpost_match_confidence_count")).toBe(handled);
  expect(sumOf(samples, "signpost_facts_total", { kind: "kept-quiet" })).toBe(done.overheard);
  expect(sumOf(samples, "signpost_ready")).toBe(1);
  expect(sumOf(samples, "signpost_platform_connected", { platform: "slack" })).toBe(1);
  expect(sumOf(samples, "signpost_knowledge_entries")).toBe(3);
  expect(sumOf(samples, "nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
});
