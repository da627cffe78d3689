import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { type Calibration, calibrateOnPhrases, calibrateOnQuestions } from "./calibrate.ts";
import { type LanguageProfile, learnLanguage } from "./detect-language.ts";
import { relateEntries } from "./entry-relations.ts";
import { type FollowUpModel, learnFollowUps } from "./message-kinds.ts";
import { createRank, type Document, type RankerModel, toDocument, trainRanker } from "./ranker.ts";
import { createFindMeanings } from "./synonyms.ts";

/** What tells the entry of a question, and how sure that is, as plain data. */
export interface MatcherModel {
  readonly ranker: RankerModel;
  readonly calibration: Calibration;
}

/** Everything learned from the knowledge, as plain data that can be stored. */
export interface Model extends MatcherModel {
  readonly languages: readonly LanguageProfile[];
  /** What the messages after an answer say. */
  readonly followUps: FollowUpModel;
}

/**
 * Learns the phrases, titles and languages of the knowledge. Deterministic, bit for bit. Takes seconds: one training, and
 * four more for a pack without questions.
 */
export function learnModel(knowledge: Knowledge): Model {
  const documents = documentsOf(knowledge);
  const relations = relateEntries(knowledge.entries, knowledge.home);
  const ranker = trainRanker(documents);
  const { questions } = knowledge;
  const calibration =
    questions.length > 0
      ? calibrateOnQuestions(questions, createRank(ranker, knowledge), relations)
      : calibrateOnPhrases(documents, relations);
  return {
    ranker,
    calibration,
    languages: learnLanguages(knowledge),
    followUps: learnFollowUps(knowledge),
  };
}

/** Learns only the ranker, with a single training. */
export function learnRanker(knowledge: Knowledge): RankerModel {
  return trainRanker(documentsOf(knowledge));
}

function documentsOf({ entries, synonyms }: Knowledge): readonly Document[] {
  const findMeanings = createFindMeanings(synonyms);
  return entries.flatMap((entry) =>
    textsOf(entry).flatMap(([, text]) =>
      [text.title, ...text.phrases].map((phrase) => toDocument(phrase, entry.id, findMeanings)),
    ),
  );
}

/** The words of some cues, each once: cues are variants of each other, and their words would count for too much. */
function distinctWords(cues: readonly string[]): string {
  return [...new Set(cues.flatMap((cue) => cue.split(" ")))].join(" ");
}

/** Each language from what is heard in it, and from the titles and phrases that are written in it. */
function learnLanguages({ entries, strings }: Knowledge): readonly LanguageProfile[] {
  return [...strings].map(([locale, { heard, letters, lendsWords }]) => {
    const written = entries.flatMap((entry) =>
      textsOf(entry).flatMap(([language, { title, phrases }]) =>
        language === locale ? [title, ...phrases] : [],
      ),
    );
    return learnLanguage({
      locale,
      letters,
      lendsWords,
      texts: [...Object.values(heard).map(distinctWords), ...written],
    });
  });
}
