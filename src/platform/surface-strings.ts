/** What a platform says around the answers, on surfaces that only some platforms have. In one language. */
export interface SurfaceStrings {
  /** Precedes the label of the chosen button or option. */
  readonly chosen: string;
  /** The label of a search field for questions, and its placeholder. */
  readonly search: string;
  readonly searchHint: string;
  /** The bot may not post where an answer was to be shared. */
  readonly cantShare: string;
  /** A form could not be opened. */
  readonly formFailed: string;
  /** Shown under the title of a form that is filled in line by line, and after it was cancelled with a dot. */
  readonly formHint: string;
  readonly formLeft: string;
  /** The first line of a chat in a terminal: how to leave it; and the words that do so, in lower case. */
  readonly leaveHint: string;
  readonly leaveWords: readonly string[];
  /** Where a form can't show its own errors: the sentence above them, and the button that reopens it. */
  readonly formInvalid: string;
  readonly formCorrect: string;
  /** Where one form can't follow another at once: the sentence, and the button that opens the next one. */
  readonly formFollows: string;
  readonly formContinue: string;
  /** A slash command's description, its option's name and hint, and its name in a message's context menu. */
  readonly command: {
    readonly description: string;
    readonly option: string;
    readonly optionHint: string;
    readonly find: string;
  };
  /** Who shared an answer, {person} is their name; and what they had asked. */
  readonly sharedBy: string;
  readonly sharedQuestion: string;
  /** An answer went to the direct messages; or can't, because they are closed, and what to do instead. */
  readonly sentDirectly: string;
  readonly directClosed: string;
  /** A message was refused: precedes the answer that was sent another way; or what to do where nothing else works. */
  readonly sentInstead: string;
  readonly cantPost: string;
  /** Somebody replied, and the platform does not let the bot read it: how to be heard. */
  readonly cantRead: string;
  /** The panel in a help channel that the bot can't read: its text and its buttons. */
  readonly panel: string;
  readonly panelAsk: string;
  readonly panelTopics: string;
  /** Names of forum tags for solved posts, in lower case, and the reason for setting one; {person} is who solved it. */
  readonly solvedTags: readonly string[];
  readonly markedSolved: string;
  /** The same for posts whose answer got no reaction. */
  readonly idleTags: readonly string[];
  readonly markedIdle: string;
  /**
   * What the operator's try posts in a channel (`npx signpost doctor --try`), what it changes that to before it deletes it,
   * and what it sends to who runs it.
   */
  readonly trial: { readonly posted: string; readonly edited: string; readonly direct: string };
}
