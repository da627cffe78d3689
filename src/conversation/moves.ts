import type { Entry } from "../knowledge/entry.ts";
import { textOf } from "../knowledge/knowledge.ts";
import { topicsOf } from "./replies/context.ts";
import { escalationOf, showCase, showMessage, showStillStuck } from "./replies/escalate.ts";
import { leadToPerson, sayAfter, sayWithTopics, suggest } from "./replies/lead-on.ts";
import { showEntry } from "./replies/show-entry.ts";
import type { Moment, Said } from "./step.ts";

// What can happen in a conversation, whether a button said so or free words did.

const suggestions = 3;

/** Shows an entry and remembers it as the one spoken of. */
export function open({ context }: Moment, entry: Entry): Said {
  return {
    answer: showEntry(context, entry),
    remember: { entry: entry.id, progress: "shown", shown: entry.kind === "choice" ? entry.options : [] },
    facts: [{ kind: "answered", entry: entry.id, locale: context.locale }],
    speakUnasked: true,
  };
}

/** The front page. */
export function openHome(moment: Moment): Said {
  const { context } = moment;
  const page =
    context.knowledge.home === undefined ? undefined : context.knowledge.find(context.knowledge.home);
  if (page) return open(moment, page);
  const shown = topicsOf(context.knowledge).map(({ id }) => id);
  return { answer: sayWithTopics(context, context.words.greeting), remember: { shown } };
}

export function solve({ context, state, turn }: Moment, entry: Entry): Said {
  if (turn.place === "channel" && state.owner !== undefined && state.owner !== turn.person) {
    return { answer: sayAfter(context, context.words.solvedByOther) };
  }
  return {
    answer: sayAfter(context, context.words.solved),
    remember: { entry: undefined, progress: undefined },
    effects: [{ kind: "mark", as: "solved" }],
    facts: [{ kind: "solved", entry: entry.id, locale: context.locale }],
    speakUnasked: true,
  };
}

/**
 * The steps did not help: first what else to check, then the door to whoever can help, then a person. A choice
 * that does not help leads to a person at once.
 */
export function stayStuck(moment: Moment, entry: Entry): Said {
  const { context, state } = moment;
  const progress = state.entry === entry.id ? state.progress : "shown";
  const stuck = {
    facts: [{ kind: "stuck", entry: entry.id, locale: context.locale }],
    speakUnasked: true,
  } as const;
  if (entry.kind === "choice" || progress === "escalated") {
    return { ...stuck, answer: leadToPerson(context, entry), effects: [{ kind: "mark", as: "open" }] };
  }
  const escalation = escalationOf(entry);
  if (progress === "stuck" && escalation?.to === "aws-case") {
    return {
      ...stuck,
      answer: showCase(context, entry, escalation),
      remember: { entry: entry.id, progress: "escalated" },
    };
  }
  if (progress === "stuck" && escalation?.to === "administrator") {
    return {
      ...stuck,
      answer: showMessage(context, entry, "own"),
      remember: { entry: entry.id, progress: "escalated" },
    };
  }
  return {
    ...stuck,
    answer: progress === "stuck" ? leadToPerson(context, entry) : showStillStuck(context, entry),
    remember: { entry: entry.id, progress: "stuck" },
    effects: [{ kind: "mark", as: "open" }],
  };
}

/** Not what was meant: the next candidates of the question, or else the entries nearest to this one. */
export function tryOthers(moment: Moment, entry: Entry): Said {
  const { context, state, mind } = moment;
  const fromQuestion = state.entry === entry.id ? state.others : [];
  const nearest = () =>
    mind.match(textOf(entry, context.locale).title).candidates.map((candidate) => candidate.entry);
  const others = (fromQuestion.length > 0 ? fromQuestion : nearest())
    .filter((id) => id !== entry.id && !leadsTo(entry, id))
    .flatMap((id) => context.knowledge.find(id) ?? [])
    .slice(0, suggestions);
  return {
    answer:
      others.length > 0 ? suggest(context, context.words.otherwise, others) : leadToPerson(context, entry),
    remember: { entry: undefined, progress: undefined, shown: others.map(({ id }) => id), others: [] },
    facts: [{ kind: "not-meant", entry: entry.id, locale: context.locale }],
    speakUnasked: true,
  };
}

function leadsTo(entry: Entry, id: string): boolean {
  return entry.kind === "choice" && entry.options.includes(id);
}
