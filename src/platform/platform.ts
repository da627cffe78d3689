import type { z } from "zod";
import type { Adapter, AdapterOptions } from "./adapter.ts";
import type { ChannelTry, PlatformIds } from "./channel-try.ts";
import { fileSetting, isSecret } from "./secret-settings.ts";
import { faultsOf, unknownSetting } from "./setting-faults.ts";
import type { SetupCheck, SetupQuestion } from "./setup-check.ts";

/** The environment with empty values left out. */
export type Environment = Readonly<Record<string, string>>;

/** A platform's part of the environment: all names that begin with its prefix. */
export interface PlatformSettings<Settings> {
  readonly prefix: string;
  readonly schema: z.ZodType<Settings> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  /** Names with the prefix that are no settings and don't switch the platform on. */
  readonly ignored?: readonly string[];
}

/** A platform as its folder in adapters/ describes it. */
export interface PlatformDefinition<Settings> {
  /** In lower case: the name of its folders, and its name in addresses and in TEAM_CHANNEL. */
  readonly name: string;
  /** The name that people know. */
  readonly title: string;
  /** The settings that switch it on, for messages. */
  readonly requiredSettings: readonly string[];
  /** What leads to those settings, one step a line: which page to open, and what to copy from it into which setting. */
  readonly firstSteps: readonly string[];
  readonly settings: PlatformSettings<Settings>;
  /** Loads the platform's SDK; called only if the platform is set. */
  createAdapter(settings: Settings, options: AdapterOptions): Promise<Adapter>;
  /** Checks what the platform needs to have in place, without sending anything. */
  checkSetup(settings: Settings, question: SetupQuestion): Promise<readonly SetupCheck[]>;
  /** The form of its ids. Needed for a try. */
  readonly ids?: PlatformIds;
  /** Tries a channel by writing in it, and tells each step once it is done. Absent if the platform has no channels. */
  readonly tryChannel?: (settings: Settings, question: ChannelTry) => AsyncIterable<SetupCheck>;
}

/** A platform that can be served: what adapters/platforms.ts lists. */
export interface Platform
  extends Pick<PlatformDefinition<unknown>, "name" | "title" | "requiredSettings" | "firstSteps" | "ids"> {
  /** All its settings. */
  readonly settingNames: readonly string[];
  configure(environment: Environment): Configuration;
}

/** What the environment says about a platform. */
type Configuration =
  | { readonly kind: "absent" }
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | { readonly kind: "configured"; readonly platform: ConfiguredPlatform };

/** A platform with its settings. */
export interface ConfiguredPlatform {
  readonly name: string;
  createAdapter(options: AdapterOptions): Promise<Adapter>;
  checkSetup(question: SetupQuestion): Promise<readonly SetupCheck[]>;
  readonly tryChannel?: (question: ChannelTry) => AsyncIterable<SetupCheck>;
}

/** Makes a platform of its definition, so that nobody else needs to know the type of its settings. */
export function definePlatform<Settings>(definition: PlatformDefinition<Settings>): Platform {
  const { name, title, requiredSettings, firstSteps, ids, settings } = definition;
  const settingNames = Object.keys(settings.schema.shape);
  const allNames = [...settingNames, ...settingNames.filter(isSecret).map(fileSetting)];
  return {
    name,
    title,
    requiredSettings,
    firstSteps,
    ...(ids && { ids }),
    settingNames,
    configure: (environment) => {
      const given = namesIn(environment, settings);
      if (given.length === 0) return { kind: "absent" };
      const unknown = given.filter((one) => !settingNames.includes(one));
      const parsed = settings.schema.safeParse(
        Object.fromEntries(given.map((one) => [one, environment[one]])),
      );
      const faults = [
        ...unknown.map((one) => unknownSetting(one, allNames)),
        ...(parsed.error ? faultsOf(parsed.error) : []),
      ];
      if (!parsed.success || faults.length > 0) return { kind: "faulty", faults };
      return { kind: "configured", platform: bind(definition, parsed.data) };
    },
  };
}

function namesIn(
  environment: Environment,
  { prefix, ignored = [] }: PlatformSettings<unknown>,
): readonly string[] {
  return Object.keys(environment).filter((name) => name.startsWith(prefix) && !ignored.includes(name));
}

function bind<Settings>(definition: PlatformDefinition<Settings>, settings: Settings): ConfiguredPlatform {
  const { tryChannel } = definition;
  return {
    name: definition.name,
    createAdapter: (options) => definition.createAdapter(settings, options),
    checkSetup: (question) => definition.checkSetup(settings, question),
    ...(tryChannel && { tryChannel: (question: ChannelTry) => tryChannel(settings, question) }),
  };
}
