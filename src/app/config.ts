import path from "node:path";
import { z } from "zod";
import { lastLocale } from "../answer/locale.ts";
import { logLevels } from "../insight/log.ts";
import { nearest } from "../lib/nearest.ts";

const root = path.join(import.meta.dirname, "..", "..");

/** The settings of the core; those of a platform stand with its adapter. */
export const coreSettings = z.object({
  KNOWLEDGE_DIR: z.string().default(path.join(root, "knowledge")),
  DATA_DIR: z.string().default(path.join(root, "data")),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce
    .number("PORT must be a number, as in 3000")
    .int("PORT must be a whole number")
    .min(0, "PORT must be 0 to 65535")
    .max(65_535, "PORT must be 0 to 65535")
    .default(3000),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(", ")}`).optional(),
  NODE_ENV: z.string().default("development"),
  DEFAULT_LOCALE: z.string().default(lastLocale),
  TEAM_CHANNEL: z
    .string()
    .regex(/^(slack|discord):\w+$/, "TEAM_CHANNEL must be a platform and a channel id, as in slack:C0999")
    .optional(),
  KEEP_UNANSWERED: z.enum(["yes", "no"], "KEEP_UNANSWERED must be yes or no").default("no"),
});

export type Config = Readonly<z.infer<typeof coreSettings>>;

/** A platform's part of the environment: all names that begin with its prefix. */
export interface PlatformSettings<T = unknown> {
  readonly prefix: string;
  readonly schema: z.ZodType<T> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  /** Names with the prefix that are no settings of the platform and don't switch it on. */
  readonly besides?: readonly string[];
}

/** The environment can't be used; the message holds every fault and what to do about each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(faults: readonly string[]) {
    super(
      ["The settings (environment or .env) can't be used:", ...faults.map((fault) => `  ${fault}`)].join(
        "\n",
      ),
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all settings at once; an empty value counts as absent.
 * @returns the core's settings, and for each platform its settings, or undefined where none is set
 * @throws ConfigError with every fault
 */
export function readConfig<P extends Readonly<Record<string, PlatformSettings>>>(
  environment: Environment,
  platforms: P,
): {
  readonly core: Config;
  readonly platforms: { readonly [K in keyof P]: z.infer<P[K]["schema"]> | undefined };
} {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const core = coreSettings.safeParse(given);
  const read = Object.entries(platforms).map(
    ([name, settings]) => [name, readPlatform(given, settings)] as const,
  );
  const faults = [
    ...(core.error ? messagesOf(core.error) : []),
    ...read.flatMap(([, { faults: platformFaults }]) => platformFaults),
  ];
  if (!core.success || faults.length > 0) throw new ConfigError(faults);
  const values = Object.fromEntries(read.map(([name, { value }]) => [name, value]));
  return { core: core.data, platforms: values as { [K in keyof P]: z.infer<P[K]["schema"]> | undefined } };
}

function readPlatform(
  given: Environment,
  { prefix, schema, besides = [] }: PlatformSettings,
): { readonly value?: unknown; readonly faults: readonly string[] } {
  const names = Object.keys(given).filter((name) => name.startsWith(prefix) && !besides.includes(name));
  if (names.length === 0) return { faults: [] };
  const known = Object.keys(schema.shape);
  const unknown = names.filter((name) => !known.includes(name)).map((name) => didYouMean(name, known));
  const parsed = schema.safeParse(Object.fromEntries(names.map((name) => [name, given[name]])));
  return { value: parsed.data, faults: [...unknown, ...(parsed.error ? messagesOf(parsed.error) : [])] };
}

function messagesOf({ issues }: z.core.$ZodError): readonly string[] {
  return issues.map(({ message, path: [name] }) =>
    message.startsWith(String(name)) || name === undefined ? message : `${String(name)}: ${message}`,
  );
}

function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined
    ? `${name} is no setting: remove it, or use one of ${known.join(", ")}`
    : `${name} is no setting: did you mean ${meant}?`;
}
