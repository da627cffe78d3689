import type { Locale } from "../../src/answer/locale.ts";
import { groupQuestions } from "../../src/authoring/group-questions.ts";
import type { Responder } from "../../src/conversation/types.ts";
import { type UnansweredQuestion, unansweredLog, unansweredSchema } from "../../src/insight/unanswered.ts";
import { parseJson } from "../../src/lib/parse-json.ts";
import type { Store } from "../../src/store/store.ts";
import type { Backstage, Scored, UnansweredGroup } from "../server/backstage.ts";
import { describeEntry, listEntries } from "./entries.ts";
import type { KnowledgeWatch } from "./knowledge-watch.ts";
import { candidatesOf, entryAt, type Turns } from "./turns.ts";

interface BackstageOptions {
  /** Undefined until the knowledge is learned. */
  readonly responder: () => Responder | undefined;
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
export function createBackstage({
  responder,
  turns,
  store,
  folder,
  watch,
  locale,
}: BackstageOptions): Backstage {
  return {
    knowledge: watch.state,
    turns: turns.all,
    entries: () => {
      const known = responder();
      return known ? listEntries(known.knowledge, folder) : { entries: [], warnings: [] };
    },
    entry: (id) => {
      const known = responder();
      return known && describeEntry(known.knowledge, id);
    },
    score: (question) => {
      const known = responder();
      return known && score(known, question, locale);
    },
    unanswered: async () => {
      const known = responder();
      if (!known) return [];
      const lines = await store.read(unansweredLog, 0);
      const questions = lines.flatMap(({ text }) => parseJson(text, unansweredSchema) ?? []).reverse();
      return groupQuestions(questions).map((group) => describeGroup(known, group));
    },
    onChange: watch.onChange,
  };
}

function score(responder: Responder, question: string, fallback: Locale): Scored {
  const locale = responder.detectLanguage(question);
  const began = performance.now();
  const match = responder.match(question);
  const ms = performance.now() - began;
  return {
    outcome: match.outcome,
    locale,
    candidates: candidatesOf(responder, match, locale ?? fallback),
    ms,
  };
}

function describeGroup(responder: Responder, group: readonly UnansweredQuestion[]): UnansweredGroup {
  const [newest] = group;
  const nearest = newest ? responder.match(newest.text).candidates.slice(0, nearestShown) : [];
  return {
    count: group.length,
    how: [...new Set(group.map(({ how }) => how))],
    examples: [...new Set(group.map(({ text }) => text))].slice(0, examplesShown),
    nearest: nearest.flatMap(({ entry }) => entryAt(responder, entry, newest?.locale ?? "") ?? []),
  };
}
