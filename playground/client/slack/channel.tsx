import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { threadPlace } from "../../slack/thread-place.ts";
import type { SlackChannel, SlackMessage } from "../../slack/view.ts";
import { Composer } from "../composer.tsx";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { PendingMessages } from "../pending-messages.tsx";
import { type EncodedPicture, withPictures } from "../pictures/use-pictures.ts";
import { Samples } from "../samples.tsx";
import { useAutoScroll } from "../use-auto-scroll.ts";
import { usePending } from "../use-pending.ts";
import { useLook } from "../use-unread.ts";
import { MessageView } from "./message.tsx";
import { SlackContext } from "./slack-context.ts";

/** A channel or direct messages, without the replies in threads. */
export function ChannelView({ channel }: { readonly channel: SlackChannel }): JSX.Element {
  const strings = useStrings();
  const { view, act, marks } = useContext(SlackContext);
  const { pending, track } = usePending();
  const { id, kind, name, messages } = channel;
  const top = messages.filter(
    ({ thread, ts, isBroadcast }) => thread === undefined || thread === ts || isBroadcast,
  );
  const { list, onScroll, isFollowed } = useAutoScroll(id, messages);
  useLook(marks, id, isFollowed);
  const isCommand = (text: string) =>
    text.startsWith("/") && view.menu.commands.some(({ command }) => text.split(/\s/)[0] === command);
  const say = (text: string, pictures: readonly EncodedPicture[] = []) =>
    void track(
      text,
      isCommand(text) && pictures.length === 0
        ? act({ kind: "types", channel: id, command: text })
        : act({ kind: "says", channel: id, text, ...withPictures(pictures) }),
    );
  const place = kind === "im" ? (view.users[view.bot] ?? "") : `#${name}`;
  return (
    <>
      <div class="messages" ref={list} onScroll={onScroll} role="log" aria-label={place} tabIndex={0}>
        {top.length === 0 && pending.length === 0 && <Empty channel={channel} onTry={say} />}
        {top.map((message) => (
          <MessageView key={message.ts} message={message} replies={repliesTo(message, messages)} />
        ))}
        <PendingMessages name={view.users[view.me] ?? ""} pending={pending} />
      </div>
      <Composer
        key={id}
        label={strings.messageTo(place)}
        commands={view.menu.commands.map(({ command, description }) => ({ name: command, description }))}
        offersMention={kind !== "im"}
        onSend={say}
      />
    </>
  );
}

function repliesTo({ ts }: SlackMessage, all: readonly SlackMessage[]): readonly SlackMessage[] {
  return all.filter((message) => message.thread === ts && message.ts !== ts);
}

interface EmptyProps {
  readonly channel: SlackChannel;
  readonly onTry: (text: string) => void;
}

function Empty({ channel: { kind, name }, onTry }: EmptyProps): JSX.Element {
  const strings = useStrings();
  if (kind === "im")
    return <Samples intro={strings.emptyPrivate} samples={strings.samples.private} onTry={onTry} />;
  if (name === "aws-help") {
    return <Samples intro={strings.emptyHelp} samples={strings.samples.channel} onTry={onTry} />;
  }
  return <Samples intro={strings.emptyTalk} samples={strings.samples.mention} onTry={onTry} />;
}

interface ThreadProps {
  readonly channel: SlackChannel;
  readonly ts: string;
  readonly onClose: () => void;
}

/** A thread beside its channel. */
export function ThreadView({ channel, ts, onClose }: ThreadProps): JSX.Element {
  const strings = useStrings();
  const { view, act, marks } = useContext(SlackContext);
  const { pending, track } = usePending();
  const inThread = channel.messages.filter((message) => message.ts === ts || message.thread === ts);
  const { list, onScroll, isFollowed } = useAutoScroll(ts, channel.messages);
  useLook(marks, threadPlace(channel.id, ts), isFollowed);
  return (
    <section class="thread" aria-label={strings.thread}>
      <header>
        <h3>{strings.thread}</h3>
        <button type="button" class="icon-button" aria-label={strings.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div
        class="messages"
        ref={list}
        onScroll={onScroll}
        role="log"
        aria-label={strings.thread}
        tabIndex={0}
      >
        {inThread.map((message) => (
          <MessageView key={message.ts} message={message} isInThread />
        ))}
        <PendingMessages name={view.users[view.me] ?? ""} pending={pending} />
      </div>
      <Composer
        key={ts}
        label={strings.replyTo}
        commands={[]}
        offersMention
        onSend={(text, pictures) =>
          void track(
            text,
            act({ kind: "says", channel: channel.id, text, thread: ts, ...withPictures(pictures) }),
          )
        }
      />
    </section>
  );
}
