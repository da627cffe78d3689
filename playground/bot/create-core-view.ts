import type { Locale } from "../../src/answer/locale.ts";
import { groupQuestions } from "../../src/authoring/group-questions.ts";
import type { Responder } from "../../src/conversation/types.ts";
import { type UnansweredQuestion, unansweredLog, unansweredSchema } from "../../src/insight/unanswered.ts";
import { parseJson } from "../../src/lib/parse-json.ts";
import type { Store } from "../../src/store/store.ts";
import type { CoreView, ScoredQuestion, UnansweredGroup } from "../server/core-view.ts";
import { describeEntry, listEntries } from "./entries.ts";
import type { KnowledgeWatch } from "./knowledge-watch.ts";
import { candidatesOf, entryReference, type Turns } from "./turns.ts";

interface CoreViewOptions {
  /** Undefined until the knowledge is learned. */
  readonly responder: () => Responder | undefined;
  readonly turns: Turns;
  readonly store: Store;
  /** The knowledge folder. */
  readonly folder: string;
  readonly watch: Pick<KnowledgeWatch, "state" | "onChange" | "whenReady">;
  /** The language of titles if a question has none. */
  readonly locale: Locale;
}

const maxExamples = 3;
const maxNearest = 3;

export function createCoreView({
  responder,
  turns,
  store,
  folder,
  watch,
  locale,
}: CoreViewOptions): CoreView {
  return {
    knowledge: watch.state,
    whenReady: watch.whenReady,
    turns: turns.all,
    entries: () => {
      const current = responder();
      return current ? listEntries(current.knowledge, folder) : { entries: [], warnings: [] };
    },
    entry: (id) => {
      const current = responder();
      return current && describeEntry(current.knowledge, id);
    },
    score: (question) => {
      const current = responder();
      return current && score(current, question, locale);
    },
    unanswered: async () => {
      const current = responder();
      if (!current) return [];
      const lines = await store.read(unansweredLog, 0);
      const questions = lines.flatMap(({ text }) => parseJson(text, unansweredSchema) ?? []).reverse();
      return groupQuestions(questions).map((group) => describeGroup(current, group));
    },
    onChange: watch.onChange,
  };
}

function score(responder: Responder, question: string, fallback: Locale): ScoredQuestion {
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
  const nearest = newest ? responder.match(newest.text).candidates.slice(0, maxNearest) : [];
  return {
    count: group.length,
    how: [...new Set(group.map(({ how }) => how))],
    examples: [...new Set(group.map(({ text }) => text))].slice(0, maxExamples),
    nearest: nearest.flatMap(({ entry }) => entryReference(responder, entry, newest?.locale ?? "") ?? []),
  };
}
