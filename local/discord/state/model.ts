import type { Permission } from "../permission-flags.ts";
import type { CommandBody } from "../schemas/commands.ts";
import type { AnyComponent } from "../schemas/components.ts";
import type { Embed } from "../schemas/embeds.ts";
import type { ModalBody } from "../schemas/modals.ts";

/** All that the server holds, as plain data: what a test or a page reads. */
export interface Data {
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  readonly channels: readonly Channel[];
  /** By channel, in the order in which they were sent; ephemeral messages among them. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** The app's global commands. */
  readonly commands: readonly Command[];
  readonly interactions: readonly Interaction[];
  /** By person, the modal that is open. */
  readonly modals: Readonly<Record<string, Modal>>;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly isBot: boolean;
  /** What Discord shows its own texts in: reference#locales */
  readonly locale: string;
  /** Role ids, beside @everyone. */
  readonly roles: readonly string[];
  readonly isMember: boolean;
  /** Whether they take direct messages from the server's members. */
  readonly takesMessages: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** What a role or a user may and may not do in one channel: resources/channel#overwrite-object */
export interface Overwrite {
  readonly id: string;
  readonly kind: "role" | "user";
  readonly allow: readonly Permission[];
  readonly deny: readonly Permission[];
}

export type Channel = TextChannel | Forum | Thread | DirectMessages;

export interface TextChannel {
  readonly kind: "text";
  readonly id: string;
  readonly name: string;
  /** Another server, which the app is not in: only people who installed it for themselves use it there. */
  readonly server?: string | undefined;
  readonly overwrites: readonly Overwrite[];
}

export interface Forum {
  readonly kind: "forum";
  readonly id: string;
  readonly name: string;
  readonly overwrites: readonly Overwrite[];
  readonly tags: readonly Tag[];
  /** Whether every post needs a tag. */
  readonly requiresTag: boolean;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
  /** Only moderators may set it. */
  readonly isModerated: boolean;
}

export interface Thread {
  readonly kind: "thread";
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly owner: string;
  readonly isPrivate: boolean;
  /** Who joined it: by starting it, by writing into it, or by being added. */
  readonly members: readonly string[];
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  readonly archiveAfter: number;
  readonly archivedAt: number;
  readonly appliedTags: readonly string[];
}

export interface DirectMessages {
  readonly kind: "dm";
  readonly id: string;
  /** The person at the other end. */
  readonly with: string;
}

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly at: number;
  /** resources/message#message-object-message-types */
  readonly type: 0 | 19 | 20 | 21 | 23;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly AnyComponent[];
  readonly attachments: readonly Attachment[];
  /** resources/message#message-object-message-flags */
  readonly flags: number;
  /** Who is pinged. */
  readonly mentions: Mentions;
  readonly nonce?: string | number | undefined;
  readonly reference?: { readonly channel: string; readonly message: string } | undefined;
  readonly editedAt?: number | undefined;
  /** Set where one person alone sees it. */
  readonly visibleTo?: string | undefined;
  /** The interaction that it answers. */
  readonly interaction?: string | undefined;
}

export interface Mentions {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType?: string | undefined;
  readonly description?: string | undefined;
}

export interface Command {
  readonly id: string;
  readonly version: string;
  readonly body: CommandBody;
}

/** What a person did that the app is to answer: interactions/receiving-and-responding#interaction-object */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly at: number;
  readonly user: string;
  readonly channel: string;
  readonly act: Act;
  readonly answer: Answered;
}

export type Act =
  | { readonly kind: "command"; readonly name: string }
  | { readonly kind: "contextMenu"; readonly name: string; readonly message: string }
  | { readonly kind: "component"; readonly customId: string; readonly message: string }
  | { readonly kind: "autocomplete"; readonly name: string }
  | {
      readonly kind: "submission";
      readonly customId: string;
      /** The interaction that opened the modal. */
      readonly from: string;
      readonly message?: string | undefined;
    };

export type Answered =
  | { readonly kind: "waiting" }
  /** Nobody answered within 3 s. */
  | { readonly kind: "expired" }
  /** By a message, the one in `original`; it may still say "thinking". */
  | { readonly kind: "message"; readonly original: string }
  /** Without anything to show, or by changing the message that `original` is. */
  | { readonly kind: "update"; readonly original: string }
  | { readonly kind: "modal" }
  | { readonly kind: "choices" };

export interface Modal {
  readonly user: string;
  readonly interaction: string;
  readonly body: ModalBody;
}

export const nothing: Data = {
  users: [],
  roles: [],
  channels: [],
  messages: {},
  commands: [],
  interactions: [],
  modals: {},
};
