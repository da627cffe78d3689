import type { Answer } from "../answer/answer.ts";

/** What the platform's ids look like as people copy them. No other platform's ids have the same form. */
export interface PlatformIds {
  readonly channel: RegExp;
  readonly person: RegExp;
}

/** What `npx signpost doctor --try` asks of a platform. Each answer fits one message and says what it is. */
export interface ChannelTry {
  /** The channel's id. */
  readonly channel: string;
  /** Posted in the channel, and what it is changed to before it is deleted. */
  readonly posted: Answer;
  readonly edited: Answer;
  /** Who gets a direct message, by id, and what it says. It stays there. */
  readonly direct?: { readonly person: string; readonly answer: Answer } | undefined;
  /** Unlike that of any other try: platforms take two posts with one key for the same. */
  readonly key: string;
}
