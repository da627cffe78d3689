import { type Answer, type Block, type PressButton, paragraph } from "../../answer/answer.ts";
import { fill, link, plain } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { button, entryButton, homeButton, type ReplyContext } from "./context.ts";
import { formatDay } from "./dates.ts";

// The pages that an entry's facts come from: the first of them under its answer, all of them behind a button.

/** Maximum sources named under an answer; entries list them by weight. */
const maxShownSources = 2;

/** The first pages that the facts come from, and when they were last checked. */
export function sourceNote(context: ReplyContext, entry: Entry): readonly Block[] {
  const pages = sourcesOf(entry)
    .slice(0, maxShownSources)
    .flatMap(({ name, url }, index) => [...(index > 0 ? [plain(", ")] : []), link(name, url)]);
  if (pages.length === 0) return [];
  const { strings } = context;
  const checked =
    entry.verified === undefined
      ? []
      : [plain(`, ${fill(strings.checked, { date: formatDay(context, entry.verified) })}`)];
  return [{ kind: "note", tone: "footnote", text: [plain(`${strings.source}: `), ...pages, ...checked] }];
}

/** The button that leads to all sources; empty if the answer names them. */
export function sourceButtons(context: ReplyContext, entry: Entry): readonly PressButton[] {
  return sourcesOf(entry).length > maxShownSources
    ? [button(context, context.strings.buttons.moreSources, "sources", entry)]
    : [];
}

/** Every page that the facts come from; undefined if the entry shows none. */
export function showSources(context: ReplyContext, entry: Entry): Answer | undefined {
  const sources = sourcesOf(entry);
  if (sources.length === 0) return undefined;
  return {
    locale: context.locale,
    title: textOf(entry, context.locale).title,
    blocks: [
      paragraph(plain(context.strings.allSources)),
      { kind: "list", items: sources.map(({ name, url }) => [link(name, url)]) },
    ],
    buttons: [entryButton(context, entry), homeButton(context)],
  };
}

/** A choice says nothing that needs a source shown. */
function sourcesOf({ kind, source }: Entry): Entry["source"] {
  return kind === "choice" ? [] : source;
}
