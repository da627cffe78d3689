import { z } from "zod";
import { type Locale, localePattern } from "../answer/locale.ts";
import { type Mode, modes } from "./incoming.ts";

/** How the bot behaves in a help channel, and the language it speaks there if a question shows none. */
export interface HelpChannel {
  readonly mode: Mode;
  readonly locale?: Locale | undefined;
}

const form = "write channel ids with a mode and a language if you like, as in";

/**
 * The schema of a setting such as `C0123:all,C0456:questions:vi,C0789`: channel ids, each with an optional mode (default
 * `questions`) and language.
 * @param name the setting, for messages
 * @param id matches the platform's channel ids
 */
export function helpChannels(
  name: string,
  { id, example }: { readonly id: RegExp; readonly example: string },
) {
  return z.string().transform((value, context): ReadonlyMap<string, HelpChannel> => {
    const read = value
      .split(",")
      .flatMap((part) => part.trim() || [])
      .map((part) => readPart(part, id));
    for (const part of read)
      if (part.kind === "fault") context.addIssue(`${name}: ${part.what}; ${form} ${example}`);
    const channels = read.flatMap((part) => (part.kind === "channel" ? [part] : []));
    const twice = channels.find(
      ({ id: one }, index) => channels.findIndex(({ id: other }) => other === one) < index,
    );
    if (twice) context.addIssue(`${name}: ${twice.id} stands twice`);
    return new Map(channels.map(({ id: channel, mode, locale }) => [channel, { mode, locale }]));
  });
}

type Part =
  | ({ readonly kind: "channel"; readonly id: string } & HelpChannel)
  | { readonly kind: "fault"; readonly what: string };

function readPart(part: string, isId: RegExp): Part {
  const [id = "", givenMode = "questions", givenLocale, ...rest] = part.split(":");
  const mode = modes.find((known) => known === givenMode);
  const fault = (what: string): Part => ({ kind: "fault", what });
  if (!isId.test(id)) return fault(`"${id}" is no channel id`);
  if (!mode) return fault(`"${givenMode}" is no mode (${modes.join(", ")})`);
  if (givenLocale !== undefined && !localePattern.test(givenLocale)) {
    return fault(`"${givenLocale}" is no language (as en or vi)`);
  }
  if (rest.length > 0) return fault(`"${part}" has too many parts`);
  return { kind: "channel", id, mode, locale: givenLocale };
}
