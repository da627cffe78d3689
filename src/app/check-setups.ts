import { readLanguages } from "../knowledge/read-languages.ts";
import type { ConfiguredPlatform } from "../platform/platform.ts";
import type { SetupCheck } from "../platform/setup-check.ts";
import type { Config } from "./config.ts";

/** A setup check and the platform that it is about. */
export interface PlatformCheck {
  readonly platform: string;
  readonly check: SetupCheck;
}

/** Checks what each platform that is set needs to have in place. */
export async function checkSetups(
  { TEAM_CHANNEL: team, TAG_IDLE_POSTS: idleAfterHours, KNOWLEDGE_DIR: knowledge }: Config,
  platforms: readonly ConfiguredPlatform[],
): Promise<readonly PlatformCheck[]> {
  const idleTags = idleAfterHours === undefined ? undefined : idleTagsIn(knowledge);
  const checked = platforms.map(async (platform) => {
    const { name } = platform;
    const checks = await platform.checkSetup({
      teamChannel: team?.adapter === name ? team.channel : undefined,
      idleTags,
    });
    return checks.map((check) => ({ platform: name, check }));
  });
  return (await Promise.all(checked)).flat();
}

/** The names of the tag for idle posts, in every language that is spoken. */
function idleTagsIn(knowledgeFolder: string): readonly string[] {
  return [...readLanguages(knowledgeFolder).strings.values()].flatMap(({ surface }) => surface.idleTags);
}
