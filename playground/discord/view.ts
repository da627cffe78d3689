import type { Guild } from "../../local/discord/guild.ts";
import type { AnyComponent } from "../../local/discord/schemas/components.ts";
import type { Embed } from "../../local/discord/schemas/embeds.ts";
import type { ModalBody } from "../../local/discord/schemas/modals.ts";
import { flags } from "../../local/discord/state/flags.ts";
import type { AnyChannel, Attachment, ForumTag, GuildMessage } from "../../local/discord/state/model.ts";
import { maxMessagesShown } from "../server/last-shown.ts";
import type { TurnOf } from "../server/local-platform.ts";

/** What one person sees in Discord, with the payloads as the server received them. */
export interface DiscordView {
  readonly me: string;
  readonly bot: string;
  readonly guild: string;
  /** The person's language. */
  readonly locale: string;
  readonly takesMessages: boolean;
  /** By user id. */
  readonly users: Readonly<Record<string, { readonly name: string; readonly isBot: boolean }>>;
  readonly channels: readonly DiscordChannel[];
  readonly modal: ModalBody | undefined;
  readonly commands: readonly DiscordCommand[];
}

export type DiscordChannel = {
  readonly id: string;
  readonly name: string;
  readonly messages: readonly DiscordMessage[];
} & (
  | { readonly kind: "text" | "dm" }
  | { readonly kind: "forum"; readonly tags: readonly ForumTag[]; readonly requiresTag: boolean }
  | {
      readonly kind: "thread";
      readonly parent: string;
      readonly isArchived: boolean;
      readonly isLocked: boolean;
      readonly tags: readonly string[];
      readonly owner: string;
    }
);

export interface DiscordMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly at: number;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly AnyComponent[];
  readonly attachments: readonly Attachment[];
  /** The id of the message that it replies to. */
  readonly repliesTo: string | undefined;
  readonly isEdited: boolean;
  /** Only this person sees it. */
  readonly isEphemeral: boolean;
  /** "... is thinking" */
  readonly isLoading: boolean;
  readonly usedCommand: { readonly user: string; readonly name: string } | undefined;
  /** The id of the turn that produced it. */
  readonly turn: string | undefined;
}

export interface DiscordCommand {
  readonly name: string;
  /** In the person's language. */
  readonly shownName: string;
  readonly description: string;
  /** 1: slash command, 2: user menu, 3: message menu. */
  readonly type: 1 | 2 | 3;
  readonly contexts: readonly number[] | undefined;
  readonly options: readonly {
    readonly name: string;
    readonly description: string;
    readonly isRequired: boolean;
    readonly completes: boolean;
    readonly maxLength: number | undefined;
  }[];
}

interface ViewSource {
  readonly guild: Guild;
  readonly name: string;
  readonly turnOf: TurnOf;
}

export function viewDiscord({ guild, name, turnOf }: ViewSource): DiscordView {
  const { data } = guild;
  const person = guild.person(name);
  const user = data.users.find(({ id }) => id === person.id);
  const locale = user?.locale ?? "en-US";
  return {
    me: person.id,
    bot: guild.botUserId,
    guild: guild.guildName,
    locale,
    takesMessages: user?.acceptsDms ?? true,
    users: Object.fromEntries(data.users.map(({ id, username, isBot }) => [id, { name: username, isBot }])),
    channels: data.channels
      .filter((channel) => channel.kind !== "dm" || channel.with === person.id)
      .map((channel) =>
        toChannel(guild, channel, () => messagesIn(guild, { id: channel.id, person, turnOf })),
      ),
    modal: guild.modal(person)?.body,
    commands: data.commands.map(({ body }) => toCommand(body, locale)),
  };
}

interface MessagePlace {
  readonly id: string;
  readonly person: { readonly id: string };
  readonly turnOf: TurnOf;
}

function messagesIn(guild: Guild, { id, person, turnOf }: MessagePlace): readonly DiscordMessage[] {
  return guild
    .messagesSeenBy(person, id)
    .slice(-maxMessagesShown)
    .map((message) => toMessage(guild, message, turnOf(`discord/${message.channel}/${message.id}`)));
}

function toChannel(
  guild: Guild,
  channel: AnyChannel,
  messages: () => readonly DiscordMessage[],
): DiscordChannel {
  const { id } = channel;
  switch (channel.kind) {
    case "text":
      return { id, kind: "text", name: channel.name, messages: messages() };
    case "dm":
      return { id, kind: "dm", name: guild.botName, messages: messages() };
    case "forum": {
      const { name, tags, requiresTag } = channel;
      return { id, kind: "forum", name, tags, requiresTag, messages: [] };
    }
    case "thread": {
      const { name, parent, isArchived, isLocked, appliedTags, owner } = channel;
      return {
        id,
        kind: "thread",
        name,
        parent,
        isArchived,
        isLocked,
        tags: appliedTags,
        owner,
        messages: messages(),
      };
    }
  }
}

function toMessage(guild: Guild, message: GuildMessage, turn: string | undefined): DiscordMessage {
  const { id, channel, author, at, content, embeds, components, attachments, reference } = message;
  const interaction = guild.data.interactions.find((one) => one.id === message.interaction);
  return {
    id,
    channel,
    author,
    at,
    content,
    embeds: (message.flags & flags.suppressEmbeds) === 0 ? embeds : [],
    components,
    attachments,
    repliesTo: reference?.message,
    isEdited: message.editedAt !== undefined && author !== guild.botUserId,
    isEphemeral: message.visibleTo !== undefined,
    isLoading: (message.flags & flags.loading) !== 0,
    usedCommand:
      interaction?.action.kind === "command"
        ? { user: interaction.user, name: interaction.action.name }
        : undefined,
    turn,
  };
}

type Body = Guild["data"]["commands"][number]["body"];

function toCommand(body: Body, locale: string): DiscordCommand {
  return {
    name: body.name,
    shownName: localised(body.name_localizations, locale) ?? body.name,
    description: localised(body.description_localizations, locale) ?? body.description ?? "",
    type: body.type ?? 1,
    contexts: body.contexts ?? undefined,
    options: (body.options ?? []).map((option) => ({
      name: option.name,
      description: localised(option.description_localizations, locale) ?? option.description,
      isRequired: "required" in option && option.required === true,
      completes: "autocomplete" in option && option.autocomplete === true,
      maxLength: "max_length" in option ? (option.max_length ?? undefined) : undefined,
    })),
  };
}

function localised(texts: object | null | undefined, locale: string): string | undefined {
  return Object.entries(texts ?? {}).flatMap(([language, text]) =>
    language === locale ? [String(text)] : [],
  )[0];
}
