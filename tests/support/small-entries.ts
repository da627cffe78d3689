import type { Entry, EntryText } from "../../src/knowledge/entry.ts";
import { createKnowledge, type Knowledge, type KnowledgeParts } from "../../src/knowledge/knowledge.ts";
import { createMatcher, type MatchQuestion } from "../../src/matching/matcher.ts";
import { learnModel } from "../../src/matching/model.ts";

const empty = { body: [], stillStuck: [], message: "", administrator: [], options: {}, questions: [] };
const said = { folder: "", source: [], related: [], formerly: [] };

/** What an entry says in a language, with its phrases and nothing else. */
export function textWith(title: string, phrases: readonly string[]): EntryText {
  return { ...empty, title, short: title, phrases };
}

/** An answer in English, titled with its id. */
export function answerWith(id: string, phrases: readonly string[]): Entry {
  return { ...said, id, kind: "answer", text: { en: textWith(id, phrases) } };
}

export function elsewhereWith(id: string, phrases: readonly string[]): Entry {
  return { ...answerWith(id, phrases), kind: "elsewhere", unasked: false };
}

export function choiceWith(id: string, options: readonly string[], phrases: readonly string[]): Entry {
  return { ...answerWith(id, phrases), kind: "choice", options };
}

export function knowing(
  entries: readonly Entry[],
  more: Omit<Partial<KnowledgeParts>, "entries"> = {},
): Knowledge {
  return createKnowledge({ entries, languages: ["en"], ...more });
}

/** The matcher that has learned a small knowledge. */
export function learned(knowledge: Knowledge): MatchQuestion {
  return createMatcher(knowledge, learnModel(knowledge));
}

/** Five answers whose phrases are as people type them: enough to be told apart with some confidence. */
export const fiveAnswers: readonly Entry[] = [
  answerWith("lost-phone", [
    "i lost my phone with the authenticator app",
    "my phone broke and i cannot get the mfa code",
    "new phone and no authenticator any more",
    "mfa device is gone",
    "my phone was stolen yesterday",
  ]),
  answerWith("forgot-password", [
    "i forgot my password",
    "cant remember the password of the root user",
    "how do i reset the password",
    "password reset link never arrives",
    "it says wrong password every time",
  ]),
  answerWith("close-account", [
    "how do i close the account",
    "i want to delete my aws account for good",
    "cancel everything and shut the account down",
    "closing an account we no longer need",
    "please terminate our account",
  ]),
  answerWith("no-sms", [
    "verification code by sms never arrives",
    "no call during sign up",
    "phone verification fails when i register",
    "i never got the activation text",
    "stuck at the verify step of registration",
  ]),
  answerWith("wrong-bill", [
    "i was charged twice this month",
    "what is this charge on my card",
    "my invoice is wrong",
    "billing shows a cost i dont know",
    "refund for last month please",
  ]),
];
