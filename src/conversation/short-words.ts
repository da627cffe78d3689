import { currentEntry, escalate } from "./actions.ts";
import { afterEntry, afterNoted, afterNudge, afterSentence, afterSteps } from "./after-steps.ts";
import { forgetAll, keepAll } from "./kept-turns.ts";
import { openEntry } from "./open-entry.ts";
import type { Screen } from "./screen.ts";
import { letGo } from "./several-troubles.ts";
import { done, pickOne, type ShortWord, topics, withOffered } from "./short-replies.ts";
import { showScreen } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/**
 * The reply to a short word, by what was shown last. Where nobody addressed the bot, it answers only in a conversation of
 * its own, and not a word that closes it.
 */
export function answerShortWord(turnContext: TurnContext, word: ShortWord): ReplyDraft {
  const { unprompted, ...draft } = reactTo(turnContext, word);
  return unprompted && turnContext.turn.owner !== undefined ? { ...draft, unprompted } : draft;
}

function reactTo(turnContext: TurnContext, word: ShortWord): ReplyDraft {
  const { screen = legacyScreen(turnContext) } = turnContext.state;
  switch (screen.kind) {
    case "entry":
    case "parts":
      return afterEntry(turnContext, word, screen.entry);
    case "sources":
    case "admin":
      return afterSteps(turnContext, word, screen.entry);
    case "said":
      return afterSentence(turnContext, word, screen);
    case "nudge":
      return afterNudge(turnContext, word, screen.entry);
    case "noted":
      return afterNoted(turnContext, word, screen);
    case "stuck":
      return afterStuck(turnContext, word, screen.entry);
    case "guesses":
    case "several":
    case "foreign":
      return afterGuesses(turnContext, word, screen);
    case "next":
      return afterNext(turnContext, word, screen.entry);
    case "person":
    case "sorry":
      return afterWays(turnContext, word);
    case "message":
    case "case":
    case "untried":
    case "door":
    case "form":
      return afterCase(turnContext, word, screen.entry);
    case "kept":
      return afterKept(turnContext, word);
    case "topics":
      return afterTopics(turnContext, word, screen.sentence);
    case "about":
      return word === "yes" || word === "no" ? topics(turnContext, "inOwnWords") : done(turnContext, word);
    case "keeping":
    case "request":
    case "erased":
      return done(turnContext, word);
  }
}

/** What was shown last, as far as a state of before says it. */
function legacyScreen(turnContext: TurnContext): Screen {
  const { state } = turnContext;
  const entry = currentEntry(turnContext);
  if (entry && state.asked === "worked") return { kind: "said", sentence: "thanksFor", entry: entry.id };
  if (entry) return { kind: state.progress === "stuck" ? "stuck" : "entry", entry: entry.id };
  if (state.asked === "forget") return { kind: "kept" };
  return { kind: "topics", sentence: state.at === undefined ? "decline" : "greeting" };
}

/** The bot has offered to go on to who can help. */
function afterStuck(turnContext: TurnContext, word: ShortWord, id: string): ReplyDraft {
  const entry = turnContext.context.knowledge.find(id);
  if (!entry || word === "thanks" || word === "later") return afterSteps(turnContext, word, id);
  if (word !== "no") return escalate(turnContext, entry);
  return {
    ...showScreen(turnContext, { kind: "person", entry: id }),
    stateChanges: { progress: "escalated" },
    unprompted: "sure",
    fallback: "person",
  };
}

function afterGuesses(
  turnContext: TurnContext,
  word: ShortWord,
  screen: Extract<Screen, { readonly kind: "guesses" | "several" | "foreign" }>,
): ReplyDraft {
  const [first, ...more] = screen.entries.flatMap((id) => turnContext.context.knowledge.find(id) ?? []);
  if (word === "thanks" || word === "later") return done(turnContext, word);
  if (!first) return topics(turnContext, "inOwnWords");
  const isClear = screen.kind === "several" || more.length === 0;
  if (word !== "no") return isClear ? openEntry(turnContext, first) : pickOne(turnContext);
  if (screen.kind === "several") return pickOne(turnContext);
  return {
    ...showScreen(turnContext, { kind: "person" }),
    fallback: "person",
    unprompted: "sure",
    rejectsSuggestions: true,
  };
}

function afterNext(turnContext: TurnContext, word: ShortWord, id: string): ReplyDraft {
  const next = turnContext.context.knowledge.find(id);
  if (next && (word === "yes" || word === "ok")) return openEntry(turnContext, next);
  if (word === "thanks") return withOffered(turnContext, turnContext.context.strings.thanks);
  return letGo(turnContext);
}

/** Ways to a person were shown. */
function afterWays(turnContext: TurnContext, word: ShortWord): ReplyDraft {
  if (word === "no") return topics(turnContext, "otherwise");
  return word === "ok" || word === "yes"
    ? withOffered(turnContext, turnContext.context.strings.talk.goOnWith)
    : done(turnContext, word);
}

/** A case or a message, which only the person can send. */
function afterCase(turnContext: TurnContext, word: ShortWord, entry: string): ReplyDraft {
  const { thanks, talk } = turnContext.context.strings;
  switch (word) {
    case "no":
      return { ...showScreen(turnContext, { kind: "person", entry }), unprompted: "sure" };
    case "thanks":
      return withOffered(turnContext, thanks);
    case "later":
      return withOffered(turnContext, talk.allRight);
    case "ok":
    case "yes":
      return withOffered(turnContext, talk.goOnWith);
  }
}

/** Whether to forget everything was asked; only a clear yes deletes anything. */
function afterKept(turnContext: TurnContext, word: ShortWord): ReplyDraft {
  switch (word) {
    case "yes":
      return forgetAll(turnContext);
    case "no":
    case "later":
    case "thanks":
      return keepAll(turnContext);
    case "ok":
      return withOffered(turnContext, turnContext.context.strings.talk.goOnWith);
  }
}

const settled: readonly string[] = ["allRight", "letGo"];

function afterTopics(turnContext: TurnContext, word: ShortWord, sentence: string): ReplyDraft {
  if (word === "thanks" || word === "later") return done(turnContext, word);
  const [waiting] = turnContext.state.waiting.flatMap((id) => turnContext.context.knowledge.find(id) ?? []);
  if (word === "yes" && waiting) return openEntry(turnContext, waiting);
  if (settled.includes(sentence))
    return word === "yes" ? topics(turnContext, "inOwnWords") : done(turnContext, word);
  if (word === "no" && sentence === "greeting") return done(turnContext, word);
  if (word === "no" && sentence === "inOwnWords")
    return { ...showScreen(turnContext, { kind: "person" }), fallback: "person" };
  return topics(turnContext, "inOwnWords");
}
