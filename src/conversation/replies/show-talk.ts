import { type Answer, paragraph } from "../../answer/answer.ts";
import { fill, plain } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import {
  button,
  entryButton,
  homeButton,
  personButton,
  primary,
  type ReplyContext,
  teamButtons,
  topicButtons,
} from "./context.ts";
import { sayWithTopics, suggestEntries } from "./short-answers.ts";
import { helpButtons, languageName } from "./show-escalation.ts";
import { myDataButton } from "./show-kept.ts";

// The bot's answers about itself, to who is angry, and to who writes in another language.

/**
 * What the bot is, whose, what it can do and what not, which languages it speaks, and what it keeps.
 * @param teamName whose it is, if that is set
 */
export function showAbout(context: ReplyContext, teamName?: string): Answer {
  const { locale, strings, hasTeam } = context;
  const { who, whoOfTeam, can, passesOn, cannot, languages, keeps } = strings.about;
  const sentences = [
    `${teamName === undefined ? who : fill(whoOfTeam, { team: teamName })} ${cannot}`,
    hasTeam ? `${can} ${passesOn}` : can,
    `${fill(languages, { languages: listLanguages(context, locale) })} ${keeps}`,
  ];
  return {
    locale,
    blocks: sentences.map((sentence) => paragraph(plain(sentence))),
    buttons: [...topicButtons(context), myDataButton(context), personButton(context)],
  };
}

/**
 * Sorry, and the ways on; the second time without an apology.
 * @param told options by ask id
 */
export function saySorry(
  context: ReplyContext,
  entry: Entry | undefined,
  { told, isAgain }: { readonly told: Readonly<Record<string, string>>; readonly isAgain: boolean },
): Answer {
  const { knowledge, locale, strings } = context;
  const contact = knowledge.person === undefined ? undefined : knowledge.find(knowledge.person);
  const { sorry, sorryAgain } = strings.talk;
  const ways = entry?.kind === "answer" ? helpButtons(context, entry, told) : [];
  const isOther = contact && contact.id !== entry?.id;
  return {
    locale,
    blocks: [paragraph(plain(isAgain ? sorryAgain : sorry))],
    buttons: [
      ...ways,
      ...(ways.length === 0 ? teamButtons(context, entry).map(primary) : teamButtons(context, entry)),
      ...(isOther ? [entryButton(context, contact)] : []),
      entry
        ? button(context, strings.buttons.somethingElse, "other", entry)
        : { ...homeButton(context), label: strings.buttons.somethingElse },
    ],
  };
}

/**
 * Says which languages are spoken, in the language that was written if anything is known of it.
 * @param entries what was understood of it all the same
 */
export function sayForeign(
  context: ReplyContext,
  code: string | undefined,
  entries: readonly Entry[],
): Answer {
  const { knowledge, strings } = context;
  const language = knowledge.otherLanguages.find((other) => other.code === code);
  const sentence = language
    ? fill(language.sentence, { languages: listLanguages(context, language.code) })
    : fill(strings.talk.otherLanguage, { languages: listLanguages(context, context.locale) });
  if (entries.length === 0) return sayWithTopics(context, sentence);
  const { blocks, buttons } = suggestEntries(context, strings.suggest, entries);
  return { locale: context.locale, blocks: [paragraph(plain(sentence)), ...blocks], buttons };
}

/** "English or Vietnamese", in the words of a language. */
function listLanguages(context: ReplyContext, locale: string): string {
  const spoken = [...context.knowledge.strings.keys()];
  const names = spoken.map((language) => {
    const own = locale === context.locale ? context.strings.languageNames[language] : undefined;
    return own ?? languageName(language, locale);
  });
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
}
