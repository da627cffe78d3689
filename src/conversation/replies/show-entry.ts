import type { Answer, Block, Button } from "../../answer/answer.ts";
import { lastLocale } from "../../answer/locale.ts";
import { fill, link, plain } from "../../answer/text.ts";
import type { AnswerEntry, ChoiceEntry, ElsewhereEntry, Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import { button, entryButton, homeButton, languageButtons, type ReplyContext } from "./context.ts";

/** An entry's first message: the steps, the source, and the buttons. */
export function showEntry(context: ReplyContext, entry: Entry): Answer {
  const { title, body } = textOf(entry, context.locale);
  const buttons = [...ownButtons(context, entry), ...languageButtons(context, entry)];
  return { locale: context.locale, title, blocks: [...body, ...sourceNote(context, entry)], buttons };
}

function ownButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  switch (entry.kind) {
    case "answer":
      return answerButtons(context, entry);
    case "choice":
      return choiceButtons(context, entry);
    case "elsewhere":
      return elsewhereButtons(context, entry);
  }
}

function answerButtons(context: ReplyContext, entry: AnswerEntry): readonly Button[] {
  const { solved, stuck, notMeant } = context.strings.buttons;
  return [
    button(context, solved, "solved", entry),
    button(context, stuck, "stuck", entry),
    button(context, notMeant, "other", entry),
    ...relatedButtons(context, entry),
  ];
}

function choiceButtons(context: ReplyContext, entry: ChoiceEntry): readonly Button[] {
  const { options } = textOf(entry, context.locale);
  return [
    ...entry.options.flatMap((id) => {
      const target = context.knowledge.find(id);
      return target ? [button(context, options[id] ?? target.id, "show", target)] : [];
    }),
    button(context, context.strings.buttons.noneOfThese, "other", entry),
  ];
}

function elsewhereButtons(context: ReplyContext, entry: ElsewhereEntry): readonly Button[] {
  const { openPage, notMeant } = context.strings.buttons;
  return [
    ...(entry.escalate?.to === "link"
      ? [{ kind: "link", label: openPage, url: entry.escalate.url } as const]
      : []),
    button(context, notMeant, "other", entry),
    ...relatedButtons(context, entry),
    homeButton(context),
  ];
}

function relatedButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  return entry.related.flatMap((id) => {
    const related = context.knowledge.find(id);
    return related ? [entryButton(context, related)] : [];
  });
}

/** Maximum sources named under an answer; entries list them by weight. */
const maxShownSources = 2;

/** The pages that the facts come from, and when they were last checked. */
function sourceNote(context: ReplyContext, { source, verified, kind }: Entry): readonly Block[] {
  if (source.length === 0 || kind === "choice") return [];
  const pages = source
    .slice(0, maxShownSources)
    .flatMap(({ name, url }, index) => [...(index > 0 ? [plain(", ")] : []), link(name, url)]);
  const { strings } = context;
  const checked =
    verified === undefined
      ? []
      : [plain(`, ${fill(strings.checked, { date: formatDate(context, verified) })}`)];
  return [{ kind: "note", tone: "footnote", text: [plain(`${strings.source}: `), ...pages, ...checked] }];
}

/** Creating a format takes as long as the rest of an answer, so each language's is cached. */
const dateFormats = new WeakMap<LanguageStrings["date"], Intl.DateTimeFormat>();

/** An ISO date in the language's format. */
function formatDate({ locale, strings }: ReplyContext, iso: string): string {
  const { as: place = locale, day, month } = strings.date;
  const format =
    dateFormats.get(strings.date) ??
    new Intl.DateTimeFormat([place, lastLocale], { day, month, year: "numeric", timeZone: "UTC" });
  dateFormats.set(strings.date, format);
  return format.format(new Date(iso));
}
