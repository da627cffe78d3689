import { startWorkspace, type Workspace } from "../../local/slack/workspace.ts";
import {
  type ApiCall,
  type BotMessage,
  type LocalPlatform,
  type OpenLocalPlatform,
  runAction,
} from "../server/local-platform.ts";
import { people } from "../server/people.ts";
import { type Picture, toPicture } from "../server/pictures.ts";
import { performSlackAction, slackActionSchema } from "./actions.ts";
import { readMenu, type SlackMenu } from "./menu.ts";
import { receivedInSlack } from "./received.ts";
import { viewSlack } from "./view.ts";

interface LocalSlack extends LocalPlatform {
  readonly workspace: Workspace;
}

/** A Slack workspace with the playground's people, a help channel, a general channel and the team's channel. */
export async function openSlack(menu: SlackMenu = readMenu()): Promise<LocalSlack> {
  // One person uses it on loopback: rate limits would only be in the way.
  const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY });
  const members = people.map(({ name }) => workspace.person(name));
  const help = workspace.channel("aws-help", { members });
  workspace.channel("general", { members });
  const team = members.filter(({ name }) => people.some((one) => one.name === name && one.isModerator));
  const teamChannel = workspace.channel("support-team", { members: team, isPrivate: true });
  return {
    name: "slack",
    workspace,
    settings: {
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      SLACK_API_URL: workspace.apiUrl,
      SLACK_HELP_CHANNELS: help,
    },
    teamChannel,
    view: (name, turnOf) => viewSlack({ workspace, name, menu, turnOf }),
    act: (name, given) =>
      runAction(slackActionSchema, given, (action) =>
        performSlackAction({ workspace, person: workspace.person(name) }, action),
      ),
    botMessages: () => botMessages(workspace),
    received: (name) => receivedInSlack(workspace, name),
    picture: (id) => findPicture(workspace, id),
    calls: () => workspace.calls.map(toCall),
    onChange: workspace.onChange,
    close: () => workspace.close(),
  };
}

export const openLocalPlatform: OpenLocalPlatform = () => openSlack();

function botMessages({ data, botUserId }: Workspace): readonly BotMessage[] {
  return Object.values(data.messages).flatMap((messages) =>
    messages.flatMap((message) => {
      if (message.botId === undefined) return [];
      const channel = data.channels.find(({ id }) => id === message.channel);
      const other = channel?.kind === "im" ? channel.members.find((id) => id !== botUserId) : undefined;
      const key = `slack/${message.channel}/${message.ts}`;
      return [{ key, content: message, reader: message.visibleTo ?? other }];
    }),
  );
}

function findPicture({ data, fileContent }: Workspace, id: string): Picture | undefined {
  const content = fileContent(id);
  const file = Object.values(data.messages)
    .flatMap((messages) => messages.flatMap(({ files = [] }) => files))
    .find((one) => one.id === id);
  return content && toPicture(file?.mimetype, content);
}

function toCall({ at, method, args, status, answer }: Workspace["calls"][number]): ApiCall {
  return { at, name: method, body: parseInner(args), status, answer };
}

/** Arguments that Slack takes as JSON text, parsed. */
function parseInner(args: unknown): unknown {
  if (typeof args !== "object" || args === null || Array.isArray(args)) return args;
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, parse(value)]));
}

function parse(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
