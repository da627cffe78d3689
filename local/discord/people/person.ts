import { getOrCreateDm } from "../state/channels.ts";
import type { GuildMessage, OpenModal } from "../state/model.ts";
import { changeUser } from "../state/users.ts";
import type { DiscordActor, DiscordActorServices } from "./actor.ts";
import type { DiscordOutcome } from "./outcome.ts";
import { closeModal, type ModalInputs, submitModal } from "./submit-modal.ts";
import { autocomplete, type CommandOptions, typeCommand, useContextMenu } from "./use-commands.ts";
import { pickOptions, pressButton } from "./use-components.ts";
import {
  type CreatedForumPost,
  createForumPost,
  type DiscordMessageOptions,
  deleteOwnMessage,
  editOwnMessage,
  type NewForumPost,
  writeMessage,
} from "./write-messages.ts";

/** A person in the guild. Impossible actions throw, e.g. pressing a button that is not there. */
export interface DiscordPerson {
  readonly id: string;
  readonly name: string;
  /** The channel id of their direct messages with the app. */
  readonly dm: string;
  says(channel: string, text: string, options?: DiscordMessageOptions): GuildMessage;
  edits(message: GuildMessage, text: string): GuildMessage;
  deletes(message: GuildMessage): void;
  /** Uses a slash command, given by its name. */
  types(channel: string, command: string, options?: CommandOptions): Promise<DiscordOutcome>;
  /** Types into an option with autocomplete. The outcome has the choices. */
  completes(channel: string, command: string, input: AutocompleteInput): Promise<DiscordOutcome>;
  /** Presses a button, given by its label or custom_id. */
  presses(message: GuildMessage, button: string): Promise<DiscordOutcome>;
  /** Picks options of a select, given by label or value. */
  picks(message: GuildMessage, select: string, ...options: readonly string[]): Promise<DiscordOutcome>;
  usesContextMenu(command: string, message: GuildMessage): Promise<DiscordOutcome>;
  submits(modal: OpenModal, filled?: ModalInputs): Promise<DiscordOutcome>;
  /** The app is not told. */
  closesModal(): void;
  /** Creates a post in a forum. */
  posts(forum: string, post: NewForumPost): CreatedForumPost;
  /** Sets the language of their Discord client: reference#locales */
  speaks(locale: string): void;
  /** Stops accepting direct messages. */
  closesDms(): void;
  opensDms(): void;
  /** Reloads Discord, which loses ephemeral messages. */
  reloads(): void;
}

interface AutocompleteInput {
  readonly option: string;
  readonly value: string;
}

export function createPerson(
  services: DiscordActorServices,
  { id, name }: Pick<DiscordPerson, "id" | "name">,
): DiscordPerson {
  const actor = { ...services, id };
  const { context } = services;
  const setAcceptsDms = (acceptsDms: boolean) => changeUser(context, id, (user) => ({ ...user, acceptsDms }));
  return {
    id,
    name,
    dm: getOrCreateDm(context, id).id,
    says: (channel, text, options = {}) => writeMessage(actor, channel, { text, ...options }),
    edits: (message, text) => editOwnMessage(actor, message, text),
    deletes: (message) => deleteOwnMessage(actor, message),
    types: async (channel, command, options = {}) => typeCommand(actor, channel, { name: command, options }),
    completes: async (channel, command, input) => autocomplete(actor, channel, { name: command, ...input }),
    presses: async (message, button) => pressButton(actor, message, button),
    picks: async (message, select, ...options) => pickOptions(actor, message, { select, options }),
    usesContextMenu: async (command, message) => useContextMenu(actor, command, message),
    submits: async (modal, filled = {}) => submitModal(actor, modal, filled),
    closesModal: () => closeModal(actor),
    posts: (forum, post) => createForumPost(actor, forum, post),
    speaks: (locale) => changeUser(context, id, (user) => ({ ...user, locale })),
    closesDms: () => setAcceptsDms(false),
    opensDms: () => setAcceptsDms(true),
    reloads: () => forgetEphemeral(actor),
  };
}

function forgetEphemeral({ context: { state }, id }: DiscordActor): void {
  state.change((data) => ({
    ...data,
    messages: Object.fromEntries(
      Object.entries(data.messages).map(([channel, messages]) => [
        channel,
        messages.filter(({ visibleTo }) => visibleTo !== id),
      ]),
    ),
  }));
}
