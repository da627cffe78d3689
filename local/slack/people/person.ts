import { directMessages } from "../state/channels.ts";
import type { Message, User, View } from "../state/model.ts";
import { viewToWire } from "../payloads.ts";
import { enter, pick, press } from "./use-elements.ts";
import type { Actor, Street } from "./actor.ts";
import { typeCommand } from "./type-command.ts";
import type { Outcome } from "./outcome.ts";
import { takeShortcut } from "./use-shortcut.ts";
import { close, type Filled, submit } from "./submit-view.ts";
import type { Target } from "./action-target.ts";
import { rewrite, takeBack, type Writing, write } from "./write-messages.ts";

/** Somebody in the workspace, and what they can do. What can't be done, such as a button that is not there, throws. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Their direct messages with the app. */
  readonly dm: string;
  says(channel: string, text: string, writing?: Writing): Message;
  edits(message: Message, text: string): Message;
  deletes(message: Message): void;
  /** A slash command with its text: "/aws-help lost phone". */
  types(channel: string, command: string): Promise<Outcome>;
  /** A button, by what is written on it, its action_id or its value. */
  presses(target: Target, button: string): Promise<Outcome>;
  /** An option, by what is written on it or its value. */
  picks(target: Target, element: string, option: string): Promise<Outcome>;
  /** Types into a field. */
  enters(target: Target, field: string, text: string): Promise<Outcome>;
  opensHome(tab?: "home" | "messages"): void;
  /** A message shortcut, or without a message a global one. */
  usesShortcut(callback: string, message?: Message): Promise<Outcome>;
  submits(view: View, filled?: Filled): Promise<Outcome>;
  closes(view: View, options?: { readonly all: boolean }): Promise<Outcome>;
  /** Loads Slack anew: ephemeral messages are gone (methods/chat.postEphemeral). */
  reloads(): void;
}

export function createPerson(street: Street, user: User): Person {
  const actor = { ...street, user };
  return {
    id: user.id,
    name: user.name,
    dm: directMessages(street.core, user.id).id,
    says: (channel, text, writing = {}) => write(actor, channel, { text, ...writing }),
    edits: (message, text) => rewrite(actor, message, text),
    deletes: (message) => takeBack(actor, message),
    types: (channel, command) => typeCommand(actor, channel, command),
    presses: (target, button) => press(actor, target, button),
    picks: (target, element, option) => pick(actor, target, { element, option }),
    enters: (target, field, text) => enter(actor, target, { field, text }),
    opensHome: (tab = "home") => openHome(actor, tab),
    usesShortcut: (callback, message) => takeShortcut(actor, callback, message),
    submits: (view, filled = {}) => submit(actor, view, filled),
    closes: (view, { all } = { all: false }) => close(actor, view, all),
    reloads: () => forgetEphemeral(actor),
  };
}

/** reference/events/app_home_opened */
function openHome({ core, user }: Actor, tab: "home" | "messages"): void {
  const home = core.state.data.homes[user.id];
  core.announce({
    type: "app_home_opened",
    user: user.id,
    channel: directMessages(core, user.id).id,
    tab,
    event_ts: core.ids.ts(),
    ...(tab === "home" && home && { view: viewToWire(home, core.app) }),
  });
}

function forgetEphemeral({ core: { state }, user }: Actor): void {
  state.change((data) => ({
    ...data,
    messages: Object.fromEntries(
      Object.entries(data.messages).map(([channel, messages]) => [
        channel,
        messages.filter(({ visibleTo }) => visibleTo !== user.id),
      ]),
    ),
  }));
}
