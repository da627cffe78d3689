import type { TourStep } from "./progress.ts";

/** The names of the people of the tour. */
interface TourNames {
  readonly asker: string;
  readonly helper: string;
}

interface TourText {
  /** What to do; each button in it is called as the bot calls it. */
  readonly what: (names: TourNames) => string;
  /** Why it matters, in one sentence. */
  readonly why: (names: TourNames) => string;
}

export interface TourStrings {
  readonly name: string;
  readonly offer: string;
  readonly begin: string;
  readonly notNow: string;
  readonly showMe: string;
  readonly again: string;
  readonly end: string;
  readonly progress: (step: number, all: number) => string;
  readonly become: (name: string) => string;
  readonly steps: Readonly<Record<TourStep, TourText>>;
  readonly done: TourText;
}

export const tourEnglish: TourStrings = {
  name: "Guided tour",
  offer: "New here? Follow one question the long way, until a person has answered it: eight small steps.",
  begin: "Start the tour",
  notNow: "Not now",
  showMe: "Show me where",
  again: "Begin the tour again",
  end: "End the tour",
  progress: (step, all) => `Step ${step} of ${all}`,
  become: (name) => `Become ${name} first.`,
  steps: {
    ask: {
      what: ({ asker }) => `As ${asker}, ask Signpost: “I forgot the root user password”.`,
      why: () => "It answers only what it is sure of, with steps that somebody has checked.",
    },
    stuck: {
      what: () => "Say that it did not help: press “Still stuck” under the answer.",
      why: () => "No answer is a dead end: what comes next depends on the trouble.",
    },
    team: {
      what: () => "Press “Ask our team”; “Talk to a person” leads there as well.",
      why: () => "The team gets the question and what was tried, so that nobody has to tell it twice.",
    },
    helper: {
      what: ({ helper }) => `Become ${helper}, who is on the team: the number says that something waits.`,
      why: () => "The team answers in its own channel and need not know where the question came from.",
    },
    take: {
      what: () => "In #support-team, press “I'll take this” under the question.",
      why: () => "Everybody on the team sees who has it, and the asker is told.",
    },
    answer: {
      what: () =>
        "Answer in the thread, and mention the bot: “@signpost Use the reset link on the sign-in page.”",
      why: () => "Only what mentions the bot is passed on, so that the team can talk among itself.",
    },
    read: {
      what: ({ asker }) => `Go back to ${asker} and read the answer in the direct messages.`,
      why: ({ helper }) => `${helper}'s words come through the bot: neither has to be where the other is.`,
    },
    solved: {
      what: () => "Press “Solved” under the steps: “Show me where” scrolls up to it.",
      why: () => "It closes the conversation, and the report shows which answers help.",
    },
  },
  done: {
    what: () => "That was the long way.",
    why: () => "Most questions end at the first answer. Ask anything else now, or look behind a message.",
  },
};
