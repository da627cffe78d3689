/** What each command of `signpost` does, in the order in which they are listed. */
export const summaries = {
  start: "Runs the bot on every platform that is set, or else opens the playground.",
  chat: "The bot in this terminal. Lines that are piped into it are answered one by one.",
  doctor: "Says whether each platform is set up, and what to do where it is not.",
  reload: "Lets the running bot reload its knowledge.",
  report: "Counts what was asked, solved and left open.",
  unanswered: "Groups the questions that found no answer, if they are kept.",
  forget: "Deletes everything that is kept of a person. The bot may go on running.",
  backup: "Copies the store, also of a running bot, and checks the copy.",
  restore: "Puts a copy of the store in its place. The bot has to be stopped.",
  "move-store": "Moves the store between DATA_DIR and PostgreSQL. The bot has to be stopped.",
  "migrate-store": "Brings the schema of a PostgreSQL database back for an older version.",
  ask: "Prints what the bot would answer to a question.",
  match: "Matches questions from the standard input, one JSON object a line.",
  check: "Checks the knowledge: every fault, with file and line.",
  preview: "Prints every message of an entry.",
  eval: "Measures how often the right entry is found.",
  "eval-follow-ups": "Measures how often the reaction to what people write after an answer is right.",
} as const;

export type CommandName = keyof typeof summaries;
