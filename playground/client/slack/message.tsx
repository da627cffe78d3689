import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { threadPlace } from "../../slack/thread-place.ts";
import type { SlackMessage } from "../../slack/view.ts";
import { Avatar } from "../avatar.tsx";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { AttachedFile } from "../pictures/attached-file.tsx";
import { timeOf } from "../time.ts";
import { UnreadBadge } from "../unread-badge.tsx";
import { Blocks } from "./blocks.tsx";
import { Mrkdwn } from "./marks.tsx";
import { SlackContext } from "./slack-context.ts";

interface Props {
  readonly message: SlackMessage;
  /** Replies in its thread, shown below it in the channel. */
  readonly replies?: readonly SlackMessage[];
  readonly isInThread?: boolean;
}

export function MessageView({ message, replies = [], isInThread = false }: Props): JSX.Element {
  const strings = useStrings();
  const { view } = useContext(SlackContext);
  const name = view.users[message.user] ?? message.user;
  return (
    <article class={`message ${message.isEphemeral ? "ephemeral" : ""}`} aria-label={name}>
      <Avatar name={name} isBot={message.isBot} />
      <div class="body">
        {message.isEphemeral && (
          <p class="mark">
            <Icon name="eye" /> {strings.onlyYou}
          </p>
        )}
        <p class="head">
          <strong>{name}</strong>
          {message.isBot && <span class="badge">{strings.app}</span>}
          <time>{timeOf(Number(message.ts) * 1000)}</time>
          <InspectorButton message={message} />
        </p>
        {message.isBroadcast && !isInThread && <p class="quiet">{strings.alsoInChannel}</p>}
        <Content message={message} />
        {message.isEdited && <span class="quiet">{strings.edited}</span>}
        {message.files.map((file) => (
          <AttachedFile
            key={file.id}
            platform="slack"
            id={file.id}
            name={file.name}
            type={file.mimetype}
            size={file.size}
          />
        ))}
        <ThreadLink message={message} replies={replies} />
      </div>
      <Actions message={message} name={name} isInThread={isInThread} />
    </article>
  );
}

/** The blocks, or the text if there are none. */
function Content({ message }: { readonly message: SlackMessage }): JSX.Element | null {
  const { blocks, text, channel, ts, values } = message;
  if (blocks.length === 0 && text === "") return null;
  if (blocks.length > 0) return <Blocks blocks={blocks} target={{ channel, ts }} values={values} />;
  return (
    <div class="blocks">
      <Mrkdwn text={text} />
    </div>
  );
}

function InspectorButton({ message: { turn } }: { readonly message: SlackMessage }): JSX.Element | null {
  const strings = useStrings();
  const { openInspector } = useContext(SlackContext);
  if (turn === undefined) return null;
  return (
    <button type="button" class="inspector-button" onClick={() => openInspector(turn)}>
      <Icon name="inspector" /> {strings.inspectThis}
    </button>
  );
}

function ThreadLink({ message, replies }: Required<Pick<Props, "message" | "replies">>): JSX.Element | null {
  const strings = useStrings();
  const { openThread, marks } = useContext(SlackContext);
  if (replies.length === 0) return null;
  return (
    <button type="button" class="thread-link" onClick={() => openThread(message.channel, message.ts)}>
      {strings.replies(replies.length)}
      <UnreadBadge mark={marks.of(threadPlace(message.channel, message.ts))} />
    </button>
  );
}

interface ActionsProps {
  readonly message: SlackMessage;
  readonly name: string;
  readonly isInThread: boolean;
}

function Actions({ message, name, isInThread }: ActionsProps): JSX.Element | null {
  const strings = useStrings();
  const { view, act, openThread } = useContext(SlackContext);
  if (message.isEphemeral) return null;
  const { channel, ts, thread } = message;
  const shortcuts = view.menu.shortcuts.filter(({ type }) => type === "message");
  return (
    <div class="message-actions" role="group" aria-label={strings.messageActions(name)}>
      {!isInThread && (
        <button
          type="button"
          class="icon-button"
          aria-label={strings.replyInThread}
          title={strings.replyInThread}
          onClick={() => openThread(channel, thread ?? ts)}
        >
          <Icon name="thread" />
        </button>
      )}
      {shortcuts.map(({ name: called, callback_id: callback }) => (
        <button
          key={callback}
          type="button"
          class="icon-button"
          aria-label={called}
          title={called}
          onClick={() => act({ kind: "usesShortcut", callback, message: { channel, ts } })}
        >
          <Icon name="search" />
        </button>
      ))}
    </div>
  );
}
