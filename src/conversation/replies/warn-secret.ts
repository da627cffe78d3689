import { type Answer, type Block, paragraph } from "../../answer/answer.ts";
import { lastLocale } from "../../answer/locale.ts";
import { fill, plain } from "../../answer/text.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import type { PlaceKind } from "../../platform/incoming.ts";
import { homeButton, type ReplyContext } from "./context.ts";

type SecretKind = keyof LanguageStrings["secrets"]["kinds"];

interface PostedSecret {
  /** The kinds found, at least one, the most dangerous first. */
  readonly kinds: readonly SecretKind[];
  readonly place: PlaceKind;
}

/**
 * The warning to the person who posted a secret: the kinds that were found, that they were not stored, to
 * delete the message if there is one, and how to revoke each kind.
 */
export function warnOfSecret(context: ReplyContext, { kinds, place }: PostedSecret): Answer {
  const { locale, strings } = context;
  const { title, seen, place: advice, kinds: names } = strings.secrets;
  const list = new Intl.ListFormat([strings.date.as ?? locale, lastLocale]).format(
    kinds.map((kind) => names[kind]),
  );
  return {
    locale,
    title,
    blocks: [
      paragraph(plain(fill(seen, { kinds: list }))),
      paragraph(plain(advice[place])),
      revocationSteps(strings, kinds),
    ],
    buttons: [homeButton(context)],
  };
}

function revocationSteps({ secrets }: LanguageStrings, kinds: readonly SecretKind[]): Block {
  const revoked = new Set(kinds.map((kind) => (kind === "secret-key" ? "access-key" : kind)));
  return { kind: "list", items: [...revoked].map((kind) => secrets.revoke[kind]) };
}
