import type { Locale } from "../../src/answer/locale.ts";
import { groupQuestions } from "../../src/authoring/group-questions.ts";
import type { Mind } from "../../src/conversation/types.ts";
import { type UnansweredQuestion, unansweredLog, unansweredSchema } from "../../src/insight/unanswered.ts";
import { readStored } from "../../src/lib/parse-json.ts";
import type { Store } from "../../src/store/store.ts";
import type { Backstage, Scored, UnansweredGroup } from "../server/backstage.ts";
import { describeEntry, listEntries } from "./entries.ts";
import type { KnowledgeWatch } from "./knowledge-watch.ts";
import { candidatesOf, entryAt, type Turns } from "./turns.ts";

interface Parts {
  /** Undefined until the knowledge is learned. */
  readonly mind: () => Mind | undefined;
  readonly turns: Turns;
  readonly store: Store;
  /** Where the knowledge stands. */
  readonly folder: string;
  readonly watch: Pick<KnowledgeWatch, "state" | "onChange">;
  /** The language of titles where a question tells none. */
  readonly locale: Locale;
}

const examplesShown = 3;
const nearestShown = 3;

/** What the page shows of the core. */
export function createBackstage({ mind, turns, store, folder, watch, locale }: Parts): Backstage {
  return {
    knowledge: watch.state,
    turns: turns.all,
    entries: () => {
      const known = mind();
      return known ? listEntries(known.knowledge, folder) : { entries: [], warnings: [] };
    },
    entry: (id) => {
      const known = mind();
      return known && describeEntry(known.knowledge, id);
    },
    score: (question) => {
      const known = mind();
      return known && score(known, question, locale);
    },
    unanswered: async () => {
      const known = mind();
      if (!known) return [];
      const lines = await store.read(unansweredLog, 0);
      const questions = lines.flatMap(({ text }) => readStored(text, unansweredSchema) ?? []).reverse();
      return groupQuestions(questions).map((group) => describeGroup(known, group));
    },
    onChange: watch.onChange,
  };
}

function score(mind: Mind, question: string, fallback: Locale): Scored {
  const locale = mind.detect(question);
  const began = performance.now();
  const match = mind.match(question);
  const ms = performance.now() - began;
  return { outcome: match.outcome, locale, candidates: candidatesOf(mind, match, locale ?? fallback), ms };
}

function describeGroup(mind: Mind, group: readonly UnansweredQuestion[]): UnansweredGroup {
  const [newest] = group;
  const nearest = newest ? mind.match(newest.text).candidates.slice(0, nearestShown) : [];
  return {
    count: group.length,
    how: [...new Set(group.map(({ how }) => how))],
    examples: [...new Set(group.map(({ text }) => text))].slice(0, examplesShown),
    nearest: nearest.flatMap(({ entry }) => entryAt(mind, entry, newest?.locale ?? "") ?? []),
  };
}
