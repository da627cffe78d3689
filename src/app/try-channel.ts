import { type Answer, paragraph } from "../answer/answer.ts";
import { findLocale, lastLocale } from "../answer/locale.ts";
import { plain } from "../answer/text.ts";
import { readLanguages } from "../knowledge/read-languages.ts";
import type { ConfiguredPlatform } from "../platform/platform.ts";
import type { SetupCheck } from "../platform/setup-check.ts";
import type { Config } from "./config.ts";

/** What is to be tried. */
export interface TriedPlace {
  /** The channel's id. */
  readonly channel: string;
  /** Who gets a direct message, by id. */
  readonly person?: string | undefined;
}

/**
 * Tries a channel of a platform for real: posts, edits and deletes a message there, in the default language. Each step is
 * told once it is done.
 * @param key unlike that of any other try
 */
export async function* tryChannel(
  { DEFAULT_LOCALE: wanted, KNOWLEDGE_DIR: knowledge }: Config,
  platform: ConfiguredPlatform,
  { channel, person, key }: TriedPlace & { readonly key: string },
): AsyncGenerator<SetupCheck> {
  if (!platform.tryChannel) throw new Error(`${platform.name} has no channels to try`);
  const { strings } = readLanguages(knowledge);
  const locale = findLocale(strings.keys(), wanted) ?? lastLocale;
  const texts = strings.get(locale)?.surface.trial;
  if (!texts) throw new Error(`there are no texts in ${locale}`);
  const say = (text: string): Answer => ({ locale, blocks: [paragraph(plain(text))], buttons: [] });
  yield* platform.tryChannel({
    channel,
    posted: say(texts.posted),
    edited: say(texts.edited),
    direct: person === undefined ? undefined : { person, answer: say(texts.direct) },
    key,
  });
}
