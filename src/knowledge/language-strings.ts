import { z } from "zod";
import { localePattern } from "../answer/locale.ts";
import { followUpStrings } from "./follow-up-strings.ts";
import { formNoteStrings } from "./form-note-strings.ts";
import { keptStrings } from "./kept-strings.ts";
import { cueFields } from "./language-cues.ts";
import {
  fieldHint,
  fieldLabel,
  label,
  markedLines,
  markedSentence,
  modalLabel,
  modalLimit,
  part,
  plainText,
  sentence,
  sentenceLimit,
  sentenceWithTime,
  title,
} from "./language-fields.ts";
import { lateStrings } from "./late-strings.ts";
import { limitStrings } from "./limit-strings.ts";
import { lureStrings } from "./lure-strings.ts";
import { secretStrings } from "./secret-strings.ts";
import { surfaceStrings } from "./surface-strings.ts";
import { aboutStrings, talkStrings, troubleStrings } from "./talk-strings.ts";
import { teamStrings } from "./team-strings.ts";

const submissionSteps = (...placeholders: readonly string[]) =>
  part({ open: markedLines("{url}"), send: markedLines(...placeholders) });

/** languages/<locale>.yaml: all strings of the bot in one language, and the cues that it understands there. */
export const languageStringsSchema = part({
  /** Whether the language is only begun: not offered to people, and what is missing is said in English. */
  draft: z.boolean("must be true or false").default(false),
  /** The language's own name. */
  name: label(),
  /** Whether speakers of other languages use some of its words. */
  lendsWords: z.boolean("must be true or false").default(false),
  /** Letters that only this language has. */
  letters: z
    .string()
    .regex(/^\p{L}*$/u, "letters stand side by side, with nothing between")
    .default(""),
  /** The date format: `as` is a locale such as en-GB (default: the language's own). */
  date: z
    .strictObject({
      as: z.string().regex(localePattern, "a place is named as in en-GB").optional(),
      day: z.enum(["numeric", "2-digit"]).default("numeric"),
      month: z.enum(["long", "short", "numeric", "2-digit"]).default("long"),
    })
    .prefault({}),
  /** Names of other languages within a sentence, if they differ from the usual ones. */
  languageNames: z.record(z.string(), label()).default({}),
  buttons: part({
    solved: label(),
    stuck: label(),
    notMeant: label(),
    noneOfThese: label(),
    topics: label(),
    moreSources: label(),
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
    draftAnyway: label(),
    editDraft: label(),
    changeAnswers: label(),
    forgetDraft: label(),
    showHere: label(),
    askTeam: label(),
    addToTeam: label(),
    replyTeam: label(),
    take: label(),
    close: label(),
    closeNow: label(),
    keepOpen: label(),
    openAgain: label(),
    forward: label(),
    myData: label(),
    forgetAll: label(),
    keepAll: label(),
    somethingElse: label(),
    notNow: label(),
  }),
  /** The headings in the menu under an answer: other topics, and whatever else few people need. */
  menu: part({ related: label(), more: label() }),
  /** The form for a question; `empty` is the error of an empty field. */
  askForm: part({ title: modalLabel, label: title, hint: sentence, submit: modalLabel, empty: sentence }),
  formNotes: formNoteStrings,
  /** After a command without text: what can be typed after it. */
  commandHint: markedSentence(),
  removeNotYours: sentence,
  surface: surfaceStrings,
  /** Under an answer, before its sources. */
  source: label(),
  checked: plainText(100, "{date}"),
  /** Before the list of all sources. */
  allSources: sentence,
  stuckTitle: title,
  caseHelps: sentence,
  administratorHelps: sentence,
  /** Who can help depends on the kind of user, which is not known. */
  caseOrAdministrator: sentence,
  /** Before the message to the administrator, to who wanted to write to AWS Support. */
  administratorOnly: sentence,
  linkHelps: sentence,
  nobodyKnown: sentence,
  caseTitle: title,
  caseStart: plainText(sentenceLimit, "{count}"),
  /** The form with a case's questions, and its errors. */
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
  /** What was not tried yet, before the draft. */
  untried: part({ title, help: sentence }),
  draftTitle: title,
  /** {time} is until when the draft is kept. */
  draftHelp: sentenceWithTime,
  draftGaps: sentence,
  /** Where to find the account's ID and email, which the person fills in. */
  accountGaps: sentence,
  /** What AWS may ask for, which the draft never holds. */
  haveReady: sentence,
  /** The heading above the draft's meaning in this language. */
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
  /** The steps for each form of AWS Support; the values to fill in come between `open` and `send`. */
  caseSteps: part({
    console: submissionSteps("{contact}"),
    "no-sign-in": submissionSteps(),
    "mfa-form": submissionSteps(),
  }),
  casePrivacy: sentence,
  caseWithoutSignIn: markedSentence("{url}"),
  messageTitle: title,
  messageHelp: sentence,
  administratorTitle: title,
  /** Above the short answers about an entry. */
  questionsTitle: title,
  sentForm: part({ title: modalLabel, label: fieldLabel, hint: fieldHint, submit: modalLabel }),
  caseSent: sentence,
  caseSentAs: plainText(sentenceLimit, "{id}"),
  messageSent: sentence,
  late: lateStrings,
  /** Asks once about an answer of some hours ago that got no reaction; {topic} is its name. */
  nudge: plainText(sentenceLimit, "{topic}"),
  /** Messages of a handover, to the person and to the team. */
  team: teamStrings,
  limits: limitStrings,
  /** What is kept of a person, and deleting it. */
  kept: keptStrings,
  replyForm: part({ title: modalLabel, label: fieldLabel, hint: fieldHint, submit: modalLabel }),
  solved: sentence,
  solvedByOther: sentence,
  thanks: sentence,
  thanksFor: sentence,
  greeting: sentence,
  suggest: sentence,
  /** A message tells of several troubles, which become the buttons. */
  several: plainText(sentenceLimit, "{topics}"),
  troubles: troubleStrings,
  about: aboutStrings,
  talk: talkStrings,
  otherwise: sentence,
  decline: sentence,
  blank: sentence,
  picture: sentence,
  noSuchNumber: sentence,
  unknownButton: sentence,
  gone: sentence,
  person: sentence,
  fault: sentence,
  delayed: sentence,
  /** The warning about a posted secret: what was found, what to do in each place, how to revoke each kind. */
  secrets: secretStrings,
  /** The warning about a reply that looks like fake support. */
  lures: lureStrings,
  /** Answers to who asks back. */
  askedBack: followUpStrings,
  ...cueFields,
});

export type LanguageStrings = Readonly<z.output<typeof languageStringsSchema>>;
