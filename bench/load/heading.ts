import { availableParallelism, loadavg } from "node:os";
import { brief } from "../tables.ts";
import { quantile } from "./report.ts";

/** The report's heading: when and where it was measured, and how to repeat it. */
export function toHeading(title: string, command: string): string {
  const load = brief(loadavg()[0] ?? 0);
  return `# ${title}

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} CPUs, load ${load} at the start.

Repeat it with \`${command}\`; \`--quick\` tries everything on little and writes nothing.`;
}

/** The median JSON size of the payloads, in kB. */
export function medianSize(payloads: readonly object[]): string {
  const sizes = payloads.map((payload) => Buffer.byteLength(JSON.stringify(payload)));
  return `${(quantile(sizes, 0.5) / 1000).toFixed(1)} kB`;
}
