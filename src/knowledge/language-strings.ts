import { z } from "zod";
import { localePattern } from "../answer/locale.ts";
import type { Text } from "../answer/text.ts";
import { toWords } from "../lib/normalise.ts";
import { placeholderFaults } from "./placeholders.ts";
import { readSpans } from "./read-spans.ts";
import { lineElse } from "./schema.ts";

/** A value that is not there says so; what is wrong with one that is there is told as usual. */
function orMissing({ input }: { readonly input?: unknown }): string | undefined {
  return input === undefined || input === null ? "is missing: en.yaml shows what stands here" : undefined;
}

function part<S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, { error: orMissing });
}

const text = lineElse({ error: (issue) => orMissing(issue) ?? "must be a line of text: put it in quotes" });

/** A text without marks: they would be shown as they are. */
function plainText(limit: number, ...places: readonly string[]) {
  return text.max(limit, tooLong(limit)).superRefine((given, context) => {
    if (/\*\*|\]\(/.test(given)) context.addIssue("no bold and no link can stand here");
    for (const fault of placeholderFaults([given], places)) context.addIssue(fault);
  });
}

const sentenceLimit = 500;
const label = (...places: readonly string[]) => plainText(40, ...places);
const title = plainText(100);
const sentence = plainText(sentenceLimit);

/** Lines with **bold** and [links]({url}); the values have their places in one or several of them. */
function markedLines(...places: readonly string[]) {
  return z
    .array(text.max(sentenceLimit, tooLong(sentenceLimit)), { error: orMissing })
    .min(1, "give at least one step")
    .transform((lines, context) => {
      for (const fault of placeholderFaults(lines, places)) context.addIssue(fault);
      return lines.map((given, index): Text => {
        const { text: read, problems } = readSpans(given, "{url}");
        for (const message of problems) context.addIssue({ code: "custom", message, path: [index] });
        return read;
      });
    });
}

const markedSentence = text.max(sentenceLimit, tooLong(sentenceLimit)).transform((given, context): Text => {
  const { text: read, problems } = readSpans(given, "{url}");
  for (const fault of [...placeholderFaults([given], ["{url}"]), ...problems]) context.addIssue(fault);
  return read;
});

const markedLine = text.max(sentenceLimit, tooLong(sentenceLimit)).transform((given, context): Text => {
  const { text: read, problems } = readSpans(given, "{url}");
  for (const fault of [...placeholderFaults([given], []), ...problems]) context.addIssue(fault);
  return read;
});

/** What stands on a modal: at most 24 characters (Slack's limit for a view). */
const modalLimit = 24;
const modalLabel = plainText(modalLimit);
/** At a field of a modal (Discord's limits for a Label: components/reference). */
const fieldLabel = plainText(45);
const fieldHint = plainText(100);
const withName = plainText(sentenceLimit, "{name}");

/** What an option of a command may be called (Discord: interactions/application-commands). */
const commandName = text.regex(
  /^(?!.*\p{Lu})[-_'\p{L}\p{M}\p{N}]{1,32}$/u,
  "must be small letters and - without spaces, at most 32",
);

/** Names with commas between, as they are compared: in small letters. */
const names = text.transform((list) =>
  list.split(",").flatMap((name) => name.normalize("NFC").trim().toLowerCase() || []),
);

function tooLong(limit: number): string {
  return `must be at most ${limit} characters`;
}

const toExpressions = (list: string) => list.split(",").flatMap((said) => toWords(said).join(" ") || []);
const filledList = text.transform(toExpressions).refine((said) => said.length > 0, "give at least one");
const optionalList = z.string("must be a line of text").default("").transform(toExpressions);

/** Options that a message counts at most, of which people say "the second". */
const counted = 6;

const door = <P extends readonly string[]>(...sent: P) =>
  part({ open: markedLines("{url}"), send: markedLines(...sent) });

/** Kinds of secrets that people post, as safety/ names them. */
const secretKind = z.enum([
  "private-key",
  "access-key",
  "secret-key",
  "session-token",
  "slack-token",
  "discord-token",
  "webhook-url",
  "token",
  "card-number",
  "password",
  "one-time-code",
]);

/** languages/<locale>.yaml: every sentence of the conversation in one language, and what is understood beside the questions. */
export const languageStringsSchema = part({
  /** The language's name, in itself. */
  name: label(),
  /** People who speak other languages type a few of its words as well. */
  lendsWords: z.boolean("must be true or false").default(false),
  /** Letters that tell the language from the others. */
  letters: z
    .string()
    .regex(/^\p{L}*$/u, "letters stand side by side, with nothing between")
    .default(""),
  /** How dates look: as in which place (the language's own without it), and how day and month are written. */
  date: z
    .strictObject({
      as: z.string().regex(localePattern, "a place is named as in en-GB").optional(),
      day: z.enum(["numeric", "2-digit"]).default("numeric"),
      month: z.enum(["long", "short", "numeric", "2-digit"]).default("long"),
    })
    .prefault({}),
  /** What other languages are called within a sentence, where it is not what is usual. */
  languageNames: z.record(z.string(), label()).default({}),
  buttons: part({
    solved: label(),
    stuck: label(),
    notMeant: label(),
    noneOfThese: label(),
    topics: label(),
    createCase: label(),
    openForm: label(),
    openPage: label(),
    writeMessage: label(),
    otherLanguageMessage: label("{language}"),
    administrator: label(),
    sent: label(),
    person: label(),
    backToSteps: label(),
    share: label(),
    remove: label(),
    ask: label(),
    goOn: label(),
    editDraft: label(),
    changeAnswers: label(),
    forgetDraft: label(),
    showHere: label(),
    askTeam: label(),
    addToTeam: label(),
    replyTeam: label(),
    take: label(),
    close: label(),
  }),
  /** The form to ask in one's own words; `empty` where nothing was written. */
  askForm: part({ title: modalLabel, label: title, hint: sentence, submit: modalLabel, empty: sentence }),
  /** What can be typed after the command, to somebody who gave it alone. */
  commandHint: markedLine,
  removeNotYours: sentence,
  /** What platforms say around the answers: before what was chosen, at the line to type a question into, and so on. */
  surface: part({
    chosen: label(),
    search: title,
    searchHint: title,
    cantShare: sentence,
    formFailed: sentence,
    formHint: sentence,
    formLeft: sentence,
    formInvalid: sentence,
    formCorrect: label(),
    formFollows: sentence,
    formContinue: label(),
    command: part({ description: title, option: commandName, optionHint: title, find: plainText(32) }),
    sharedBy: plainText(100, "{person}"),
    sentDirectly: sentence,
    directClosed: sentence,
    panel: sentence,
    panelAsk: label(),
    panelTopics: label(),
    solvedTags: names,
    markedSolved: plainText(100, "{person}"),
  }),
  /** Under an answer, before the names of its sources. */
  source: label(),
  checked: plainText(100, "{date}"),
  stuckTitle: title,
  caseHelps: sentence,
  administratorHelps: sentence,
  linkHelps: sentence,
  nobodyKnown: sentence,
  caseTitle: title,
  caseStart: plainText(sentenceLimit, "{count}"),
  /** The form of a case's questions, and what can be wrong with an answer. */
  caseQuestions: part({
    title: modalLabel,
    titleOfStep: plainText(modalLimit + "{step}{steps}".length - 2, "{step}", "{steps}"),
    next: modalLabel,
    finish: modalLabel,
    missing: sentence,
    tooLong: plainText(sentenceLimit, "{limit}"),
    noDomain: sentence,
    noDigits: sentence,
  }),
  draftTitle: title,
  draftHelp: sentence,
  draftGaps: sentence,
  /** Over the meaning of each part of the draft, in this language. */
  draftMeans: title,
  draftTried: label(),
  draftOwnWords: label(),
  draftWaits: sentence,
  draftForgotten: sentence,
  editForm: part({ title: modalLabel, hint: fieldHint, submit: modalLabel }),
  doorTitle: title,
  doorHelp: sentence,
  caseForm: part({
    type: label(),
    service: label(),
    category: label(),
    severity: label(),
    subject: label(),
    description: label(),
    language: label(),
  }),
  /** The steps of each door; the form's fields and the texts to copy come between `open` and `send`. */
  caseSteps: part({ console: door("{contact}"), "no-sign-in": door(), "mfa-form": door() }),
  casePrivacy: sentence,
  caseWithoutSignIn: markedSentence,
  messageTitle: title,
  messageHelp: sentence,
  administratorTitle: title,
  sentForm: part({ title: modalLabel, label: fieldLabel, hint: fieldHint, submit: modalLabel }),
  caseSent: sentence,
  caseSentAs: plainText(sentenceLimit, "{id}"),
  messageSent: sentence,
  /** To the person and to the team, while one is handed over to the other. */
  team: part({
    passedOn: sentence,
    waiting: sentence,
    takenForYou: withName,
    closedForYou: withName,
    unreachable: sentence,
    passedOnWords: sentence,
    answerHere: sentence,
    news: sentence,
    notYours: sentence,
    somebody: label(),
    writes: plainText(100, "{name}"),
    needsHelp: plainText(100, "{name}"),
    asked: label(),
    topic: label(),
    language: label(),
    tried: label(),
    draft: label(),
    howToAnswer: sentence,
    taken: withName,
    closed: withName,
    closedAlready: sentence,
    delivered: sentence,
    notReached: sentence,
  }),
  replyForm: part({ title: modalLabel, label: fieldLabel, hint: fieldHint, submit: modalLabel }),
  solved: sentence,
  solvedByOther: sentence,
  thanks: sentence,
  thanksFor: sentence,
  greeting: sentence,
  suggest: sentence,
  otherwise: sentence,
  decline: sentence,
  blank: sentence,
  picture: sentence,
  noSuchNumber: sentence,
  unknownButton: sentence,
  gone: sentence,
  person: sentence,
  fault: sentence,
  /** To who posted a secret: what was seen, what to do where it stands, and how to make each kind useless. */
  secrets: part({
    title,
    seen: plainText(sentenceLimit, "{kinds}"),
    place: part({ private: sentence, aside: sentence, channel: sentence }),
    kinds: z.record(secretKind, label(), { error: orMissing }),
    /** An access key and its secret are revoked as one. */
    revoke: z.record(secretKind.exclude(["secret-key"]), markedLine, { error: orMissing }),
  }),
  /** What people type instead of pressing a button. */
  heard: part({
    solved: filledList,
    stuck: filledList,
    no: filledList,
    yes: filledList,
    unsure: filledList,
    thanks: filledList,
    greeting: filledList,
    notMeant: filledList,
    /** What asks for this language, in its own words and in those of others. */
    language: filledList,
    person: filledList,
    /** Said along with the others without a meaning of its own. */
    filler: filledList,
  }),
  /** First, second, third and so on, as they are typed for an option, and what stands around them. */
  ordinals: part({
    words: filledList.refine((words) => words.length === counted, `give the first ${counted}`),
    before: optionalList,
    after: optionalList,
  }),
  /** Words beside a button's name that say nothing about which. */
  articles: optionalList,
});

export type LanguageStrings = Readonly<z.output<typeof languageStringsSchema>>;
