import type { Permission } from "../permission-flags.ts";
import type { CommandBody } from "../schemas/commands.ts";
import type { AnyComponent } from "../schemas/components.ts";
import type { Embed } from "../schemas/embeds.ts";
import type { ModalBody } from "../schemas/modals.ts";

/** The state of the guild, as plain data that a test or page can read. */
export interface GuildData {
  readonly users: readonly GuildUser[];
  /** Guilds beside the first one in which the app is installed. Everybody is a member of all. */
  readonly otherGuilds: readonly AppGuild[];
  /** Those of the first guild. */
  readonly roles: readonly GuildRole[];
  readonly channels: readonly AnyChannel[];
  /** By channel, oldest first, ephemeral messages included. */
  readonly messages: Readonly<Record<string, readonly GuildMessage[]>>;
  /** The app's global commands. */
  readonly commands: readonly RegisteredCommand[];
  readonly interactions: readonly InteractionRecord[];
  /** Each person's open modal. */
  readonly modals: Readonly<Record<string, OpenModal>>;
}

/** A guild in which the app is installed. */
export interface AppGuild {
  readonly id: string;
  readonly name: string;
}

export interface GuildUser {
  readonly id: string;
  readonly username: string;
  readonly isBot: boolean;
  /** The language of their Discord client: reference#locales */
  readonly locale: string;
  /** Role ids, without @everyone. */
  readonly roles: readonly string[];
  readonly isMember: boolean;
  /** Whether they accept direct messages from members of the guild. */
  readonly acceptsDms: boolean;
}

export interface GuildRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** resources/channel#overwrite-object */
export interface PermissionOverwrite {
  readonly id: string;
  readonly kind: "role" | "user";
  readonly allow: readonly Permission[];
  readonly deny: readonly Permission[];
}

export type AnyChannel = TextChannel | ForumChannel | ThreadChannel | DmChannel;

export interface TextChannel {
  readonly kind: "text";
  readonly id: string;
  readonly name: string;
  /** The id of another guild. Default: the first one. */
  readonly server?: string | undefined;
  readonly overwrites: readonly PermissionOverwrite[];
}

export interface ForumChannel {
  readonly kind: "forum";
  readonly id: string;
  readonly name: string;
  /** The id of another guild. Default: the first one. */
  readonly server?: string | undefined;
  readonly overwrites: readonly PermissionOverwrite[];
  readonly tags: readonly ForumTag[];
  /** Whether every post must have a tag. */
  readonly requiresTag: boolean;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
  /** Whether only moderators may set it. */
  readonly isModerated: boolean;
}

export interface ThreadChannel {
  readonly kind: "thread";
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly owner: string;
  readonly isPrivate: boolean;
  /** Users who joined: by starting the thread, writing in it, or being added. */
  readonly members: readonly string[];
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  readonly archiveAfter: number;
  readonly archivedAt: number;
  readonly appliedTags: readonly string[];
}

export interface DmChannel {
  readonly kind: "dm";
  readonly id: string;
  /** The person on the other side. */
  readonly with: string;
}

export interface GuildMessage {
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
  /** Who is mentioned with a ping. */
  readonly mentions: Mentions;
  readonly nonce?: string | number | undefined;
  readonly reference?: { readonly channel: string; readonly message: string } | undefined;
  readonly editedAt?: number | undefined;
  /** The only person who sees it, if it is ephemeral. */
  readonly visibleTo?: string | undefined;
  /** The id of the interaction that it responds to. */
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
  /** The content of a text file, if it can be downloaded. */
  readonly text?: string | undefined;
}

export interface RegisteredCommand {
  readonly id: string;
  readonly version: string;
  readonly body: CommandBody;
}

/** interactions/receiving-and-responding#interaction-object */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly at: number;
  readonly user: string;
  readonly channel: string;
  readonly action: InteractionAction;
  readonly answer: InteractionAnswer;
}

export type InteractionAction =
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

export type InteractionAnswer =
  | { readonly kind: "waiting" }
  /** Not acknowledged within 3 s. */
  | { readonly kind: "expired" }
  /** With the message `original`, which may still be deferred ("thinking"). */
  | { readonly kind: "message"; readonly original: string }
  /** By updating the message `original`, or with nothing to show. */
  | { readonly kind: "update"; readonly original: string }
  | { readonly kind: "modal" }
  | { readonly kind: "choices" };

export interface OpenModal {
  readonly user: string;
  readonly interaction: string;
  readonly body: ModalBody;
}

export const emptyGuild: GuildData = {
  users: [],
  otherGuilds: [],
  roles: [],
  channels: [],
  messages: {},
  commands: [],
  interactions: [],
  modals: {},
};
