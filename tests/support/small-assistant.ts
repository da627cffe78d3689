import { wordsOf } from "../../src/answer/text.ts";
import { converse } from "../../src/conversation/converse.ts";
import type { Responder } from "../../src/conversation/types.ts";
import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts } from "../../src/insight/record.ts";
import { createKeepUnanswered } from "../../src/insight/unanswered.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import type { MatchQuestion } from "../../src/matching/matcher.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Outcome } from "../../src/platform/outcome.ts";
import { type Assistant, createAssistant } from "../../src/runtime/assistant.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { responderOf } from "./responder-of.ts";
import { draftEntry, writeFiles } from "./temporary.ts";

/** A knowledge of four entries, one of them a choice, with titles like "About lost-phone". */
const files = {
  "pack.yaml": "home: topics\nperson: reach-a-person\n",
  ...draftEntry("topics", {
    yaml: "kind: choice\noptions: [forgot-password, lost-phone]",
    front: "options:\n  forgot-password: My password\n  lost-phone: My phone\n",
    phrases: ["which topics are there", "show all topics", "what is this for", "an overview of everything"],
  }),
  ...draftEntry("forgot-password", {
    phrases: [
      "I forgot my password",
      "password reset needed",
      "my password is wrong",
      "cannot remember the password",
    ],
  }),
  ...draftEntry("lost-phone", {
    phrases: [
      "my phone is lost",
      "the code device broke",
      "new phone without codes",
      "stolen phone, no codes",
    ],
  }),
  ...draftEntry("reach-a-person", {
    yaml: "kind: answer\nescalate: { to: link, url: https://example.com/contact }",
    phrases: [
      "how do I call support",
      "contact someone",
      "phone number of the hotline",
      "who answers tickets",
    ],
  }),
};

export const noon = Date.UTC(2026, 10, 20, 12);
export const minute = 60_000;

interface Others {
  readonly keepsUnanswered?: boolean;
  /** What is made of questions, in place of what the knowledge says. */
  readonly match?: MatchQuestion;
  readonly now?: () => number;
  readonly isOneOfSeveral?: boolean;
}

/** An assistant with this small knowledge, on a store of its own unless one is given; it keeps no questions. */
export function createSmallAssistant(
  store = createMemoryStore(() => noon),
  { keepsUnanswered = false, match, now = () => noon, isOneOfSeveral = false }: Others = {},
): Assistant {
  const knowledge = loadKnowledge(writeFiles(files), { languages: ["en"] });
  const log = createLog("silent");
  const made = responderOf(knowledge);
  const responder: Responder = {
    ...made,
    ...(match && { match }),
    converse: (state, turn) => converse(responder, state, turn),
  };
  const record = createRecordFacts({ log, store });
  return createAssistant({
    responder: () => responder,
    store,
    record,
    keepUnanswered: keepsUnanswered ? createKeepUnanswered({ log, store }) : undefined,
    log,
    defaultLocale: "en",
    now,
    isOneOfSeveral,
  });
}

/** A direct message, or whatever else is said of it. */
export function ask(id: string, text: string, others: Partial<Incoming> = {}): Incoming {
  return {
    id,
    address: { adapter: "terminal", data: "here" },
    conversation: "c1",
    person: "p1",
    addressed: true,
    place: "private",
    input: { kind: "question", text, hasPicture: false },
    ...others,
  };
}

/** Asks, and takes what is said for sent. */
export async function answered({ handle }: Assistant, incoming: Incoming): Promise<Outcome> {
  const outcome = await handle(incoming);
  await outcome.complete(async () => {});
  return outcome;
}

/** What an outcome says first, or why it says nothing. */
export function heard({ reply }: Outcome): string {
  if (reply.kind !== "answer") return reply.kind === "silence" ? reply.because : reply.kind;
  const [first] = reply.answer.blocks;
  return reply.answer.title ?? (first?.kind === "paragraph" ? wordsOf(first.text) : "");
}

export const buttonsOf = ({ reply }: Outcome) => (reply.kind === "answer" ? reply.answer.buttons : []);
export const localeOf = ({ reply }: Outcome) => (reply.kind === "answer" ? reply.answer.locale : undefined);
