import path from "node:path";
import { z } from "zod";
import { lastLocale } from "../answer/locale.ts";
import { logLevels } from "../insight/log.ts";
import { defaultDataFolder, projectRoot } from "../lib/built-program.ts";
import type { ConfiguredPlatform, Environment, Platform } from "../platform/platform.ts";
import { faultsOf } from "../platform/setting-faults.ts";
import { databaseSetting } from "./database-setting.ts";
import { metricsFaults, metricsSettings } from "./metrics-settings.ts";
import { idleSetting, nudgeSetting } from "./nudge-settings.ts";
import { readSecretFiles } from "./secret-files.ts";

/** The settings of the core. Those of a platform stand with its adapter. */
export function coreSettings(platforms: readonly Platform[]) {
  return z.object({
    KNOWLEDGE_DIR: z.string().default(path.join(projectRoot, "knowledge")),
    DATA_DIR: z.string().default(defaultDataFolder),
    DATABASE_URL: databaseSetting.optional(),
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
    TEAM_CHANNEL: teamChannel(platforms).optional(),
    TEAM_REPLIES: z.enum(["mentions", "all"], "TEAM_REPLIES must be mentions or all").default("mentions"),
    TEAM_NAME: z
      .string()
      .max(60, "TEAM_NAME must be at most 60 characters")
      .regex(/^[^\n*_`<>[\]]*$/, "TEAM_NAME must be a plain name, as in the platform team")
      .optional(),
    TELL_TEAM_OF_LURES: z.enum(["yes", "no"], "TELL_TEAM_OF_LURES must be yes or no").default("no"),
    NUDGE: nudgeSetting.optional(),
    TAG_IDLE_POSTS: idleSetting.optional(),
    KEEP_UNANSWERED: z.enum(["yes", "no"], "KEEP_UNANSWERED must be yes or no").default("no"),
    ...metricsSettings,
  });
}

function teamChannel(platforms: readonly Platform[]) {
  const fault = "TEAM_CHANNEL must be a platform and a channel id, as in slack:C0999";
  return z.string().transform((value, context) => {
    const [, adapter = "", channel] = /^([a-z]+):(\w+)$/.exec(value) ?? [];
    if (channel === undefined || !platforms.some(({ name }) => name === adapter)) {
      context.addIssue(fault);
      return z.NEVER;
    }
    return { adapter, channel };
  });
}

export type Config = Readonly<z.infer<ReturnType<typeof coreSettings>>>;

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

/** Says that no platform is set, and which settings switch each one on. */
export function noPlatformSet(platforms: readonly Platform[]): string {
  const names = platforms.map(({ title, requiredSettings }, index) => {
    return `for ${title} ${index === 0 ? "set " : ""}${requiredSettings.join(" and ")}`;
  });
  return `no platform is set: ${names.join(", ")} (README.md says where they come from)`;
}

type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all settings at once, and the files that secrets stand in. An empty value counts as absent.
 * @returns the core's settings, and those platforms that are set
 * @throws ConfigError with every fault
 */
export function readConfig(
  environment: ProcessEnvironment,
  platforms: readonly Platform[],
): { readonly core: Config; readonly platforms: readonly ConfiguredPlatform[] } {
  const schema = coreSettings(platforms);
  const secrets = readSecretFiles(withoutEmpty(environment), [
    ...Object.keys(schema.shape),
    ...platforms.flatMap(({ settingNames }) => settingNames),
  ]);
  const core = schema.safeParse(secrets.environment);
  const configurations = platforms.map((platform) => platform.configure(secrets.environment));
  const parsed = [
    ...(core.error ? faultsOf(core.error) : metricsFaults(core.data)),
    ...configurations.flatMap((read) => (read.kind === "faulty" ? read.faults : [])),
  ];
  const faults = [...secrets.faults, ...parsed.filter((fault) => !isAbout(fault, secrets.unread))];
  if (!core.success || faults.length > 0) throw new ConfigError(faults);
  return {
    core: core.data,
    platforms: configurations.flatMap((read) => (read.kind === "configured" ? [read.platform] : [])),
  };
}

/** Whether a fault begins with one of these settings: with a secret whose file can't be used, all has been said. */
function isAbout(fault: string, settings: readonly string[]): boolean {
  const [subject = ""] = fault.split(":");
  return settings.some((name) => subject.split(" ").includes(name));
}

/**
 * Reads the core's settings alone, for commands that serve no platform. Of the files that secrets stand in, only that of
 * the store is read: the user that runs a command need not be able to read the others.
 * @throws ConfigError with every fault
 */
export function readCoreConfig(environment: ProcessEnvironment, platforms: readonly Platform[]): Config {
  const secrets = readSecretFiles(withoutEmpty(environment), ["DATABASE_URL"]);
  const core = coreSettings(platforms).safeParse(secrets.environment);
  const faults = [...secrets.faults, ...(core.error ? faultsOf(core.error) : [])];
  if (!core.success || faults.length > 0) throw new ConfigError(faults);
  return core.data;
}

function withoutEmpty(environment: ProcessEnvironment): Environment {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}
