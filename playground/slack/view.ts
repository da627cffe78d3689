import type { SlackBlock } from "../../local/slack/schemas/blocks.ts";
import type { ViewBody } from "../../local/slack/schemas/views.ts";
import type {
  InputValues,
  WorkspaceChannel,
  WorkspaceFile,
  WorkspaceMessage,
  WorkspaceView,
} from "../../local/slack/state/model.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import { maxMessagesShown } from "../server/last-shown.ts";
import type { TurnOf } from "../server/local-platform.ts";
import type { SlackMenu } from "./menu.ts";

/** What one person sees in Slack, with the payloads as the workspace received them. */
export interface SlackView {
  readonly me: string;
  readonly bot: string;
  /** Names by user id. */
  readonly users: Readonly<Record<string, string>>;
  readonly channels: readonly SlackChannel[];
  readonly home: SlackSurface | undefined;
  /** The topmost is last. */
  readonly modals: readonly SlackSurface[];
  readonly menu: SlackMenu;
}

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: WorkspaceChannel["kind"];
  readonly messages: readonly SlackMessage[];
}

export interface SlackMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly isBot: boolean;
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly thread: string | undefined;
  readonly isBroadcast: boolean;
  readonly files: readonly WorkspaceFile[];
  readonly isEdited: boolean;
  /** Only this person sees it. */
  readonly isEphemeral: boolean;
  /** What this person entered in its fields. */
  readonly values: InputValues;
  /** The id of the turn that produced it. */
  readonly turn: string | undefined;
}

export interface SlackSurface {
  readonly id: string;
  readonly body: ViewBody;
  readonly values: InputValues;
  readonly errors: Readonly<Record<string, string>>;
}

interface ViewSource {
  readonly workspace: Workspace;
  readonly name: string;
  readonly menu: SlackMenu;
  readonly turnOf: TurnOf;
}

export function viewSlack({ workspace, name, menu, turnOf }: ViewSource): SlackView {
  const { data, botUserId } = workspace;
  const person = workspace.person(name);
  const entered = data.entered[person.id] ?? {};
  const toMessage = (message: WorkspaceMessage): SlackMessage => ({
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    isBot: message.botId !== undefined,
    text: message.text,
    blocks: message.blocks ?? [],
    thread: message.thread,
    isBroadcast: message.subtype === "thread_broadcast",
    files: message.files ?? [],
    isEdited: message.edited !== undefined,
    isEphemeral: message.visibleTo !== undefined,
    values: entered[`${message.channel}/${message.ts}`] ?? {},
    turn: turnOf(`slack/${message.channel}/${message.ts}`),
  });
  return {
    me: person.id,
    bot: botUserId,
    users: Object.fromEntries(data.users.map((user) => [user.id, user.name])),
    channels: data.channels
      .filter(({ members }) => members.includes(person.id))
      .map(({ id, name: called, kind }) => ({
        id,
        name: called,
        kind,
        messages: workspace.messagesSeenBy(person, id).slice(-maxMessagesShown).map(toMessage),
      })),
    home: toSurface(workspace.home(person)),
    modals: (data.modals[person.id] ?? []).flatMap((view) => toSurface(view) ?? []),
    menu,
  };
}

function toSurface(view: WorkspaceView | undefined): SlackSurface | undefined {
  return view && { id: view.id, body: view.body, values: view.values, errors: view.errors };
}
