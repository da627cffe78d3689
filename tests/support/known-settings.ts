import { coreSettings } from "../../src/app/config.ts";
import type { Platform } from "../../src/platform/platform.ts";

/** The names of all settings: the core's and those of the platforms. */
export function knownSettings(platforms: readonly Platform[]): readonly string[] {
  return [
    ...Object.keys(coreSettings(platforms).shape),
    ...platforms.flatMap(({ settingNames }) => settingNames),
  ];
}
