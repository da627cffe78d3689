import type { Guild } from "../../local/discord/guild.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { Backstage, TurnRecord } from "./backstage.ts";

/** A turn with what the adapter sent to the platform meanwhile, and what that was answered. */
export interface TurnDetail {
  readonly turn: TurnRecord;
  readonly calls: readonly Call[];
}

export interface Call {
  readonly at: number;
  readonly name: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

interface Sources {
  readonly workspace: Workspace;
  readonly guild: Guild;
  readonly backstage: Backstage;
}

export function describeTurn({ workspace, guild, backstage }: Sources, id: string): TurnDetail | undefined {
  const turn = backstage.turns().find((one) => one.id === id);
  if (!turn) return undefined;
  const calls = turn.platform === "slack" ? slackCalls(workspace) : discordCalls(guild);
  const until = turn.endedAt ?? Number.POSITIVE_INFINITY;
  return { turn, calls: calls.filter(({ at }) => at >= turn.at && at <= until) };
}

function slackCalls({ calls }: Workspace): readonly Call[] {
  return calls.map(({ at, method, args, status, answer }) => ({
    at,
    name: method,
    body: unfold(args),
    status,
    answer,
  }));
}

function discordCalls({ calls }: Guild): readonly Call[] {
  return calls.map(({ at, method, path, body, status, answer }) => ({
    at,
    name: `${method} ${path.replace(/[\w-]{60,}/, "...")}`,
    body,
    status,
    answer,
  }));
}

/** What Slack takes as JSON within text, as what it holds. */
function unfold(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parse(inner)]));
}

function parse(value: unknown): unknown {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
