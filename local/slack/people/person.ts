import { toViewPayload } from "../payloads.ts";
import { appContextOf } from "../state/app-context.ts";
import { getOrCreateDm } from "../state/channels.ts";
import type { WorkspaceMessage, WorkspaceUser, WorkspaceView } from "../state/model.ts";
import type { ActionTarget } from "./action-target.ts";
import type { SlackActor, SlackActorServices } from "./actor.ts";
import type { SlackOutcome } from "./outcome.ts";
import { closeView, submitView, type ViewInputs } from "./submit-view.ts";
import { typeCommand } from "./type-command.ts";
import { lookAt, pickPrompt } from "./use-agent-view.ts";
import { enterText, pickOption, pressButton } from "./use-elements.ts";
import { useShortcut } from "./use-shortcut.ts";
import {
  deleteOwnMessage,
  editOwnMessage,
  type SlackMessageOptions,
  writeMessage,
} from "./write-messages.ts";

/** A person in the workspace. Impossible actions throw, e.g. pressing a button that is not there. */
export interface SlackPerson {
  readonly id: string;
  readonly name: string;
  /** The channel id of their direct messages with the app. */
  readonly dm: string;
  says(channel: string, text: string, options?: SlackMessageOptions): WorkspaceMessage;
  edits(message: WorkspaceMessage, text: string): WorkspaceMessage;
  deletes(message: WorkspaceMessage): void;
  /** Types a slash command with its text: "/aws-help lost phone". */
  types(channel: string, command: string): Promise<SlackOutcome>;
  /** Presses a button, given by its text, action_id or value. */
  presses(target: ActionTarget, button: string): Promise<SlackOutcome>;
  /** Picks an option, given by its text or value. */
  picks(target: ActionTarget, element: string, option: string): Promise<SlackOutcome>;
  /** Types into a text input. */
  enters(target: ActionTarget, field: string, text: string): Promise<SlackOutcome>;
  opensHome(tab?: "home" | "messages"): void;
  /** Picks a suggested prompt in their DM, which sends its message. */
  picksPrompt(title: string): WorkspaceMessage;
  /** Looks at a channel with the app's DM beside it: reference/events/app_context_changed */
  looksAt(channel: string): void;
  /** Uses a message shortcut, or without a message a global one. */
  usesShortcut(callback: string, message?: WorkspaceMessage): Promise<SlackOutcome>;
  submits(view: WorkspaceView, filled?: ViewInputs): Promise<SlackOutcome>;
  closes(view: WorkspaceView, options?: { readonly all: boolean }): Promise<SlackOutcome>;
  /** Reloads Slack, which loses ephemeral messages: methods/chat.postEphemeral */
  reloads(): void;
}

export function createPerson(services: SlackActorServices, user: WorkspaceUser): SlackPerson {
  const actor = { ...services, user };
  return {
    id: user.id,
    name: user.name,
    dm: getOrCreateDm(services.context, user.id).id,
    says: (channel, text, options = {}) => writeMessage(actor, channel, { text, ...options }),
    edits: (message, text) => editOwnMessage(actor, message, text),
    deletes: (message) => deleteOwnMessage(actor, message),
    types: (channel, command) => typeCommand(actor, channel, command),
    presses: (target, button) => pressButton(actor, target, button),
    picks: (target, element, option) => pickOption(actor, target, { element, option }),
    enters: (target, field, text) => enterText(actor, target, { field, text }),
    opensHome: (tab = "home") => openHome(actor, tab),
    picksPrompt: (title) => pickPrompt(actor, title),
    looksAt: (channel) => lookAt(actor, channel),
    usesShortcut: (callback, message) => useShortcut(actor, callback, message),
    submits: (view, filled = {}) => submitView(actor, view, filled),
    closes: (view, { all } = { all: false }) => closeView(actor, view, all),
    reloads: () => forgetEphemeral(actor),
  };
}

/** reference/events/app_home_opened */
function openHome({ context, user }: SlackActor, tab: "home" | "messages"): void {
  const home = context.state.data.homes[user.id];
  context.announce({
    type: "app_home_opened",
    user: user.id,
    channel: getOrCreateDm(context, user.id).id,
    tab,
    event_ts: context.ids.ts(),
    ...(tab === "home" && home && { view: toViewPayload(home, context.app) }),
    ...(context.tellsAppContext && { context: appContextOf(context, user.id) }),
  });
}

function forgetEphemeral({ context: { state }, user }: SlackActor): void {
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
