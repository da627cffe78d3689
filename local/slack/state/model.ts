import type { SlackBlock } from "../schemas/blocks.ts";
import type { SlackOption } from "../schemas/options.ts";
import type { ViewBody } from "../schemas/views.ts";

/** The state of the workspace, as plain data that a test or page can read. */
export interface WorkspaceData {
  readonly users: readonly WorkspaceUser[];
  readonly channels: readonly WorkspaceChannel[];
  /** By channel, oldest first, ephemeral messages included. */
  readonly messages: Readonly<Record<string, readonly WorkspaceMessage[]>>;
  /** Each person's open modals, the topmost last. */
  readonly modals: Readonly<Record<string, readonly WorkspaceView[]>>;
  /** Each person's App Home. */
  readonly homes: Readonly<Record<string, WorkspaceView>>;
  /** Each person's inputs in messages, by `channel/ts`. */
  readonly entered: Readonly<Record<string, Readonly<Record<string, InputValues>>>>;
  /** The suggested prompts at the top of each DM: methods/assistant.threads.setSuggestedPrompts */
  readonly prompts: Readonly<Record<string, SuggestedPrompts>>;
  /** The channel that each person is looking at. */
  readonly lookedAt: Readonly<Record<string, string>>;
  /** What Slack accepts silently but shows wrongly. */
  readonly warnings: readonly string[];
}

interface SuggestedPrompts {
  readonly title?: string | undefined;
  /** `message` is what is sent as the person's own words. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

export interface WorkspaceUser {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface WorkspaceChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  /** User ids, with the app's if it was invited. */
  readonly members: readonly string[];
  readonly isArchived: boolean;
}

export interface WorkspaceMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** Set if the app wrote it. */
  readonly botId?: string | undefined;
  readonly text: string;
  readonly blocks?: readonly SlackBlock[] | undefined;
  /** The ts of the thread's root message. */
  readonly thread?: string | undefined;
  readonly subtype?: "file_share" | "thread_broadcast" | undefined;
  readonly files?: readonly WorkspaceFile[] | undefined;
  readonly edited?: { readonly user: string; readonly ts: string } | undefined;
  readonly clientId?: string | undefined;
  /** The only person who sees it, if it is ephemeral. */
  readonly visibleTo?: string | undefined;
  readonly metadata?: unknown;
}

export interface WorkspaceFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  /** In bytes, if the file has a content here. */
  readonly size?: number | undefined;
}

export interface WorkspaceView {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly body: ViewBody;
  readonly root: string;
  readonly previous?: string | undefined;
  readonly values: InputValues;
  /** The app's errors for the submitted inputs, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Inputs by block_id and action_id: reference/interaction-payloads/view-interactions-payload */
export type InputValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;

export type InputValue =
  | { readonly type: "plain_text_input"; readonly value: string | null }
  | { readonly type: "static_select"; readonly selected_option: SlackOption | null }
  | { readonly type: "radio_buttons"; readonly selected_option: SlackOption | null }
  | { readonly type: "checkboxes"; readonly selected_options: readonly SlackOption[] };

export const emptyWorkspace: WorkspaceData = {
  users: [],
  channels: [],
  messages: {},
  modals: {},
  homes: {},
  entered: {},
  prompts: {},
  lookedAt: {},
  warnings: [],
};
