import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createMetrics } from "../../src/app/metrics/create-metrics.ts";
import { createReadiness } from "../../src/app/readiness.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { readMetrics, type Sample } from "../support/read-metrics.ts";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

const dashboard = z
  .object({
    templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        datasource: z.object({ uid: z.string() }),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(z.object({ expr: z.string(), datasource: z.object({ uid: z.string() }) })).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read("deploy/grafana-dashboard.json")));

const alerts = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            for: z.string(),
            annotations: z.object({ summary: z.string(), description: z.string() }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(read("deploy/alerts.yaml")))
  .groups.flatMap(({ rules }) => rules);

const metrics = createMetrics({ platforms: ["slack", "discord"] });
const page = await metrics.page(
  createReadiness({
    stage: () => "running",
    store: createMemoryStore(Date.now),
    knowledge: () => undefined,
    platforms: ["slack", "discord"],
    connections: () => [],
  }),
);
const samples = readMetrics(page);

/** The metrics that a query names, each with the labels that it is filtered by. */
function selectorsIn(query: string): readonly { readonly name: string; readonly filters: string }[] {
  const found = query.matchAll(/\b(?<name>(?:signpost|nodejs|process)_\w+)(?:\{(?<filters>[^}]*)\})?/g);
  return [...found].map(({ groups }) => ({ name: groups?.name ?? "", filters: groups?.filters ?? "" }));
}

/** The samples that a query's filters of the bot's own labels leave; `job` is Prometheus's. */
function selected({ name, filters }: { readonly name: string; readonly filters: string }): readonly Sample[] {
  const conditions = [...filters.matchAll(/(?<label>\w+)=~?"(?<value>[^"]*)"/g)]
    .map(({ groups }) => ({ label: groups?.label ?? "", value: groups?.value ?? "" }))
    .filter(({ label }) => label !== "job");
  return samples.filter(
    (one) =>
      one.name === name &&
      conditions.every(({ label, value }) => value.split("|").includes(one.labels[label] ?? "")),
  );
}

/** The labels that a query groups by, or shows, without those that Prometheus adds. */
function groupingsIn(query: string): readonly string[] {
  const found = [...query.matchAll(/\bby \((?<labels>[^)]*)\)/g)].flatMap(({ groups }) =>
    (groups?.labels ?? "").split(", "),
  );
  return found.filter((label) => !["job", "instance"].includes(label));
}

const queries = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...alerts.map(({ alert, expr }) => [alert, expr] as const),
];

describe("every query of the dashboard and the alerts", () => {
  it.each(queries)("%s asks for what is on the page: %s", (_, query) => {
    const selectors = selectorsIn(query);
    expect(selectors.length).toBeGreaterThan(0);
    for (const selector of selectors)
      expect([selector, selected(selector).length > 0]).toEqual([selector, true]);
  });

  it.each(queries)("%s groups by labels that its metrics have: %s", (_, query) => {
    const labels = selectorsIn(query)
      .flatMap(selected)
      .flatMap((one) => Object.keys(one.labels));
    for (const label of groupingsIn(query)) expect(labels).toContain(label);
  });
});

describe("the dashboard", () => {
  it("takes its data from the source that is chosen", () => {
    expect(dashboard.templating.list).toContainEqual(
      expect.objectContaining({ name: "datasource", type: "datasource" }),
    );
    const sources = dashboard.panels.flatMap(({ datasource, targets }) => [
      datasource.uid,
      ...targets.map((target) => target.datasource.uid),
    ]);
    expect(new Set(sources)).toEqual(new Set([`\${datasource}`]));
  });

  it("has panels that stand beside each other, each with an id of its own", () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    for (const { gridPos: one, id } of dashboard.panels) {
      expect(one.x + one.w).toBeLessThanOrEqual(24);
      const covering = dashboard.panels.filter(
        ({ gridPos: other, id: otherId }) =>
          id !== otherId &&
          one.x < other.x + other.w &&
          other.x < one.x + one.w &&
          one.y < other.y + other.h &&
          other.y < one.y + one.h,
      );
      expect(covering).toEqual([]);
    }
  });
});

describe("docs/metrics.md", () => {
  const described = [...read("docs/metrics.md").matchAll(/^\| `(?<name>signpost_\w+)` \|/gm)].map(
    ({ groups }) => groups?.name ?? "",
  );
  const named = [...page.matchAll(/^# TYPE (?<name>signpost_\w+) /gm)].map(
    ({ groups }) => groups?.name ?? "",
  );

  it("describes each metric of the page once, and no other", () => {
    expect(described.toSorted()).toEqual(named.toSorted());
  });

  it("names every value that a label of ours can have", () => {
    const values = samples
      .filter(({ name }) => name.startsWith("signpost_"))
      .flatMap(({ labels: { le: _, platform: __, ...labels } }) => Object.values(labels));
    const text = read("docs/metrics.md");
    for (const value of new Set(values)) expect(text).toContain(`\`${value}\``);
  });

  it("has a part for each alert", () => {
    for (const { alert } of alerts) expect(read("docs/metrics.md")).toContain(`**\`${alert}\`**`);
  });
});
