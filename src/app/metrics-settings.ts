import { isIP } from "node:net";
import { z } from "zod";

/** Shorter tokens can be guessed. */
const minTokenCharacters = 16;

export const metricsSettings = {
  METRICS: z.enum(["on", "off"], "METRICS must be on or off").default("off"),
  METRICS_TOKEN: z
    .string()
    .min(minTokenCharacters, `METRICS_TOKEN must have at least ${minTokenCharacters} characters`)
    .regex(/^\S*$/, "METRICS_TOKEN must be one word, without spaces")
    .optional(),
};

interface MetricsConfig {
  readonly METRICS: "on" | "off";
  readonly METRICS_TOKEN?: string | undefined;
  readonly HOST: string;
}

/** Where others can reach the server, the figures need a token. */
export function metricsFaults({ METRICS, METRICS_TOKEN, HOST }: MetricsConfig): readonly string[] {
  if (METRICS === "off" || METRICS_TOKEN !== undefined || isLoopback(HOST)) return [];
  return [
    `METRICS_TOKEN is missing: with METRICS=on and HOST=${HOST} anybody could read /metrics; set a long random word, or METRICS=off`,
  ];
}

function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "::1" || host === "localhost";
}
