import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import type { DiscordChannel, DiscordMessage } from "../../discord/view.ts";
import { Composer } from "../composer.tsx";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { PendingMessages } from "../pending-messages.tsx";
import { type EncodedPicture, withPictures } from "../pictures/use-pictures.ts";
import { Samples } from "../samples.tsx";
import { useAutoScroll } from "../use-auto-scroll.ts";
import { usePending } from "../use-pending.ts";
import { useLook } from "../use-unread.ts";
import { CommandLine } from "./command-line.tsx";
import { DiscordContext } from "./discord-context.ts";
import { MessageView } from "./message.tsx";

interface Props {
  readonly channel: DiscordChannel;
  readonly replied: DiscordMessage | undefined;
  readonly onReplied: () => void;
}

/** A channel, a thread or direct messages. */
export function ChannelView({ channel, replied, onReplied }: Props): JSX.Element {
  const strings = useStrings();
  const { view, act, marks } = useContext(DiscordContext);
  const { pending, track } = usePending();
  const [command, setCommand] = useState<string>();
  const { id, kind, name, messages } = channel;
  const { list, onScroll, isFollowed } = useAutoScroll(id, messages);
  useLook(marks, id, isFollowed);
  const context = kind === "dm" ? 1 : 0;
  const commands = view.commands.filter(
    ({ type, contexts }) => type === 1 && (contexts?.includes(context) ?? true),
  );
  const typed = commands.find((one) => one.name === command);
  const place = kind === "text" ? `#${name}` : name;
  const say = (text: string, pictures: readonly EncodedPicture[] = []) => {
    const replying = replied && { replyTo: replied.id };
    void track(text, act({ kind: "says", channel: id, text, ...replying, ...withPictures(pictures) }));
    onReplied();
  };
  return (
    <>
      <div class="messages" ref={list} onScroll={onScroll} role="log" aria-label={place} tabIndex={0}>
        {messages.length === 0 && pending.length === 0 && <Empty channel={channel} onTry={say} />}
        {messages.map((message) => (
          <MessageView key={message.id} message={message} all={messages} />
        ))}
        <PendingMessages name={view.users[view.me]?.name ?? ""} pending={pending} />
      </div>
      {replied && (
        <p class="replying">
          {strings.replyingTo(view.users[replied.author]?.name ?? "")}
          <button type="button" class="icon-button" aria-label={strings.cancel} onClick={onReplied}>
            <Icon name="close" />
          </button>
        </p>
      )}
      {typed ? (
        <CommandLine key={typed.name} command={typed} channel={id} onDone={() => setCommand(undefined)} />
      ) : (
        <Composer
          key={id}
          label={strings.messageTo(place)}
          commands={commands.map(({ shownName, description }) => ({ name: `/${shownName}`, description }))}
          offersMention={kind !== "dm"}
          onSend={say}
          onCommand={(chosen) => setCommand(commands.find((one) => `/${one.shownName}` === chosen)?.name)}
        />
      )}
    </>
  );
}

interface EmptyProps {
  readonly channel: DiscordChannel;
  readonly onTry: (text: string) => void;
}

function Empty({ channel: { kind, name }, onTry }: EmptyProps): JSX.Element {
  const strings = useStrings();
  if (kind === "dm")
    return <Samples intro={strings.emptyPrivate} samples={strings.samples.private} onTry={onTry} />;
  if (name === "aws-help") {
    return <Samples intro={strings.emptyHelp} samples={strings.samples.channel} onTry={onTry} />;
  }
  return <Samples intro={strings.emptyTalk} samples={strings.samples.mention} onTry={onTry} />;
}
