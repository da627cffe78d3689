import type { WorkspaceChannel, WorkspaceMessage } from "../../local/slack/state/model.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { ReceivedMessage } from "../server/local-platform.ts";
import { threadPlace } from "./thread-place.ts";

/**
 * What others wrote where a person sees it, as Slack marks it: replies only in threads that they follow, since they wrote in
 * them or are named there. In direct messages and in private channels, which have few members, everything is for them.
 */
export function receivedInSlack(workspace: Workspace, name: string): readonly ReceivedMessage[] {
  const person = workspace.person(name);
  return workspace.data.channels
    .filter(({ members }) => members.includes(person.id))
    .flatMap((channel) => {
      const messages = workspace.messagesSeenBy(person, channel.id);
      const followed = new Set(
        messages.flatMap((message) =>
          isFor(person.id, message) || message.user === person.id ? threadOf(message) : [],
        ),
      );
      return messages.flatMap((message) => toReceived(message, { channel, me: person.id, followed }));
    });
}

interface Reader {
  readonly channel: WorkspaceChannel;
  readonly me: string;
  /** Roots of threads. */
  readonly followed: ReadonlySet<string>;
}

function toReceived(
  message: WorkspaceMessage,
  { channel, me, followed }: Reader,
): readonly ReceivedMessage[] {
  if (message.user === me) return [];
  const isSmall = channel.kind !== "public";
  const isFollowed = isSmall || followed.has(threadOf(message));
  const isReply = message.thread !== undefined && message.thread !== message.ts;
  if (isReply && !isFollowed) return [];
  const isInThread = isReply && message.subtype !== "thread_broadcast";
  return [
    {
      place: isInThread ? threadPlace(channel.id, threadOf(message)) : channel.id,
      id: `${channel.id}/${message.ts}`,
      isDirect: isSmall || isReply || isFor(me, message),
    },
  ];
}

function threadOf({ thread, ts }: WorkspaceMessage): string {
  return thread ?? ts;
}

function isFor(me: string, { visibleTo, text, blocks }: WorkspaceMessage): boolean {
  return (
    visibleTo === me ||
    text.includes(`<@${me}>`) ||
    JSON.stringify(blocks ?? []).includes(`"user_id":"${me}"`)
  );
}
