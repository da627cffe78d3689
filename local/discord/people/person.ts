import type { Message, Modal } from "../state/model.ts";
import { changeUser, directMessages } from "../state/channels.ts";
import type { Actor, Street } from "./actor.ts";
import { complete, type Options, typeCommand, useContextMenu } from "./use-commands.ts";
import type { Outcome } from "./outcome.ts";
import { pick, press } from "./use-components.ts";
import { closeModal, type Filled, submit } from "./submit-modal.ts";
import { type OpenedPost, openPost, type Post, rewrite, takeBack, type Writing, write } from "./write-messages.ts";

/** Somebody in the server, and what they can do. What can't be done, such as a button that is not there, throws. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Their direct messages with the app. */
  readonly dm: string;
  says(channel: string, text: string, writing?: Writing): Message;
  edits(message: Message, text: string): Message;
  deletes(message: Message): void;
  /** A slash command, by its name. */
  types(channel: string, command: string, options?: Options): Promise<Outcome>;
  /** Types into an option; "choices" are what is offered. */
  completes(channel: string, command: string, typing: Typing): Promise<Outcome>;
  /** A button, by what is written on it or its custom_id. */
  presses(message: Message, button: string): Promise<Outcome>;
  /** Options of a select, by label or value. */
  picks(message: Message, select: string, ...options: readonly string[]): Promise<Outcome>;
  usesContextMenu(command: string, message: Message): Promise<Outcome>;
  submits(modal: Modal, filled?: Filled): Promise<Outcome>;
  /** Nothing is reported. */
  closesModal(): void;
  /** Opens a post in a forum. */
  posts(forum: string, post: Post): OpenedPost;
  /** Sets the language that Discord speaks to them: reference#locales */
  speaks(locale: string): void;
  /** Takes no more direct messages, or takes them again. */
  closesDms(): void;
  opensDms(): void;
  /** Loads Discord anew: ephemeral messages are gone. */
  reloads(): void;
}

interface Typing {
  readonly option: string;
  readonly value: string;
}

export function createPerson(street: Street, { id, name }: Pick<Person, "id" | "name">): Person {
  const actor = { ...street, id };
  const { core } = street;
  const takesMessages = (isTaken: boolean) =>
    changeUser(core, id, (user) => ({ ...user, takesMessages: isTaken }));
  return {
    id,
    name,
    dm: directMessages(core, id).id,
    says: (channel, text, writing = {}) => write(actor, channel, { text, ...writing }),
    edits: (message, text) => rewrite(actor, message, text),
    deletes: (message) => takeBack(actor, message),
    types: async (channel, command, options = {}) => typeCommand(actor, channel, { name: command, options }),
    completes: async (channel, command, typing) => complete(actor, channel, { name: command, ...typing }),
    presses: async (message, button) => press(actor, message, button),
    picks: async (message, select, ...options) => pick(actor, message, { select, options }),
    usesContextMenu: async (command, message) => useContextMenu(actor, command, message),
    submits: async (modal, filled = {}) => submit(actor, modal, filled),
    closesModal: () => closeModal(actor),
    posts: (forum, post) => openPost(actor, forum, post),
    speaks: (locale) => changeUser(core, id, (user) => ({ ...user, locale })),
    closesDms: () => takesMessages(false),
    opensDms: () => takesMessages(true),
    reloads: () => forgetEphemeral(actor),
  };
}

function forgetEphemeral({ core: { state }, id }: Actor): void {
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
