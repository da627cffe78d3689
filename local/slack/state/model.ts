import type { Block } from "../schemas/blocks.ts";
import type { Option } from "../schemas/options.ts";
import type { ViewBody } from "../schemas/views.ts";

/** All that the workspace holds, as plain data: what a test or a page reads. */
export interface Data {
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** By channel, in the order in which they were sent; ephemeral messages among them. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** By person, the modals that are open, the one in front last. */
  readonly modals: Readonly<Record<string, readonly View[]>>;
  /** By person, what App Home shows. */
  readonly homes: Readonly<Record<string, View>>;
  /** By person, what was entered or picked in a message: by `channel/ts`. */
  readonly entered: Readonly<Record<string, Readonly<Record<string, Values>>>>;
  /** What Slack takes without a word and shows wrongly. */
  readonly remarks: readonly string[];
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  /** User ids; the app's among them where it was invited. */
  readonly members: readonly string[];
  readonly isArchived: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** Set where the app wrote it. */
  readonly botId?: string | undefined;
  readonly text: string;
  readonly blocks?: readonly Block[] | undefined;
  /** The ts of the message that began the thread. */
  readonly thread?: string | undefined;
  readonly subtype?: "file_share" | "thread_broadcast" | undefined;
  readonly files?: readonly File[] | undefined;
  readonly edited?: { readonly user: string; readonly ts: string } | undefined;
  readonly clientId?: string | undefined;
  /** Set where one person alone sees it. */
  readonly visibleTo?: string | undefined;
  readonly metadata?: unknown;
}

export interface File {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
}

export interface View {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly body: ViewBody;
  readonly root: string;
  readonly previous?: string | undefined;
  readonly values: Values;
  /** By block_id, what the app said is wrong with what was submitted. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What was entered, by block_id and action_id: reference/interaction-payloads/view-interactions-payload */
export type Values = Readonly<Record<string, Readonly<Record<string, Entered>>>>;

export type Entered =
  | { readonly type: "plain_text_input"; readonly value: string | null }
  | { readonly type: "static_select"; readonly selected_option: Option | null }
  | { readonly type: "radio_buttons"; readonly selected_option: Option | null }
  | { readonly type: "checkboxes"; readonly selected_options: readonly Option[] };

export const nothing: Data = {
  users: [],
  channels: [],
  messages: {},
  modals: {},
  homes: {},
  entered: {},
  remarks: [],
};
