import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { DiscordMessage } from "../../discord/view.ts";
import { Avatar } from "../avatar.tsx";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { AttachedFile } from "../pictures/attached-file.tsx";
import { timeOf } from "../time.ts";
import { Components } from "./components.tsx";
import { DiscordContext } from "./discord-context.ts";
import { EmbedView } from "./embeds.tsx";
import { Markdown } from "./marks.tsx";

interface Props {
  readonly message: DiscordMessage;
  readonly all: readonly DiscordMessage[];
}

export function MessageView({ message, all }: Props): JSX.Element {
  const strings = useStrings();
  const { view, openInspector } = useContext(DiscordContext);
  const { name = message.author, isBot = false } = view.users[message.author] ?? {};
  const { turn } = message;
  return (
    <article class={`message ${message.isEphemeral ? "ephemeral" : ""}`} aria-label={name}>
      <MessageOrigin message={message} all={all} />
      <Avatar name={name} isBot={isBot} />
      <div class="body">
        <p class="head">
          <strong>{name}</strong>
          {isBot && <span class="badge">{strings.app}</span>}
          <time>{timeOf(message.at)}</time>
          {turn !== undefined && (
            <button type="button" class="inspector-button" onClick={() => openInspector(turn)}>
              <Icon name="inspector" /> {strings.inspectThis}
            </button>
          )}
        </p>
        <Content message={message} />
        {message.isEphemeral && (
          <p class="mark">
            <Icon name="eye" /> {strings.onlyYouDiscord}
          </p>
        )}
      </div>
      <Actions message={message} name={name} />
    </article>
  );
}

/** The message that it replies to, or the command that it responds to. */
function MessageOrigin({ message, all }: Props): JSX.Element | null {
  const strings = useStrings();
  const { view } = useContext(DiscordContext);
  const { usedCommand, repliesTo } = message;
  if (usedCommand) {
    return (
      <p class="above">
        <strong>{view.users[usedCommand.user]?.name}</strong> {strings.used}{" "}
        <span class="mention">/{usedCommand.name}</span>
      </p>
    );
  }
  const replied = all.find(({ id }) => id === repliesTo);
  if (!replied) return null;
  return (
    <p class="above">
      <Icon name="reply" /> <strong>{view.users[replied.author]?.name}</strong>{" "}
      <span>{excerpt(replied)}</span>
    </p>
  );
}

function excerpt({ content }: DiscordMessage): string {
  return content.replace(/<@!?\d+>/g, "").trim();
}

function Content({ message }: { readonly message: DiscordMessage }): JSX.Element {
  const strings = useStrings();
  const { content, components, embeds, attachments, isLoading, isEdited } = message;
  if (isLoading) return <p class="thinking">{strings.thinking}</p>;
  const placed = JSON.stringify(components);
  return (
    <>
      {content !== "" && <Markdown text={content} />}
      {isEdited && <span class="quiet">{strings.edited}</span>}
      {embeds.map((embed, at) => (
        <EmbedView key={at} embed={embed} />
      ))}
      <Components components={components} message={message} />
      {attachments
        .filter(({ filename }) => !placed.includes(`attachment://${filename}`))
        .map(({ id, filename, size, contentType }) => (
          <AttachedFile key={id} platform="discord" id={id} name={filename} type={contentType} size={size} />
        ))}
    </>
  );
}

function Actions({
  message,
  name,
}: {
  readonly message: DiscordMessage;
  readonly name: string;
}): JSX.Element | null {
  const strings = useStrings();
  const { view, act, replyTo } = useContext(DiscordContext);
  if (message.isEphemeral) return null;
  const menu = view.commands.filter(({ type }) => type === 3);
  const { channel, id } = message;
  return (
    <div class="message-actions" role="group" aria-label={strings.messageActions(name)}>
      <button
        type="button"
        class="icon-button"
        aria-label={strings.reply}
        title={strings.reply}
        onClick={() => replyTo(message)}
      >
        <Icon name="reply" />
      </button>
      {menu.map((command) => (
        <button
          key={command.name}
          type="button"
          class="icon-button"
          aria-label={command.shownName}
          title={command.shownName}
          onClick={() => act({ kind: "usesContextMenu", message: { channel, id }, command: command.name })}
        >
          <Icon name="search" />
        </button>
      ))}
    </div>
  );
}
