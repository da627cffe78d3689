import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { SlackChannel, SlackMessage } from "../../slack/view.ts";
import { Composer } from "../composer.tsx";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { Samples } from "../samples.tsx";
import { useFollow } from "../use-follow.ts";
import { MessageShown } from "./message.tsx";
import { SlackContext } from "./slack-context.ts";

/** A channel or direct messages, without what stands in threads. */
export function ChannelShown({ channel }: { readonly channel: SlackChannel }): JSX.Element {
  const words = useStrings();
  const { view, act } = useContext(SlackContext);
  const { id, kind, name, messages } = channel;
  const top = messages.filter(
    ({ thread, ts, isBroadcast }) => thread === undefined || thread === ts || isBroadcast,
  );
  const { list, onScroll } = useFollow(id, messages);
  const say = (text: string) =>
    text.startsWith("/") && view.menu.commands.some(({ command }) => text.split(/\s/)[0] === command)
      ? act({ kind: "types", channel: id, command: text })
      : act({ kind: "says", channel: id, text });
  const place = kind === "im" ? (view.users[view.bot] ?? "") : `#${name}`;
  return (
    <>
      <div class="messages" ref={list} onScroll={onScroll} role="log" aria-label={place} tabIndex={0}>
        {top.length === 0 && <Empty channel={channel} onTry={say} />}
        {top.map((message) => (
          <MessageShown key={message.ts} message={message} replies={repliesTo(message, messages)} />
        ))}
      </div>
      <Composer
        key={id}
        label={words.messageTo(place)}
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
  const words = useStrings();
  if (kind === "im")
    return <Samples intro={words.emptyPrivate} samples={words.samples.private} onTry={onTry} />;
  if (name === "aws-help") {
    return <Samples intro={words.emptyHelp} samples={words.samples.channel} onTry={onTry} />;
  }
  return <Samples intro={words.emptyTalk} samples={words.samples.mention} onTry={onTry} />;
}

interface ThreadProps {
  readonly channel: SlackChannel;
  readonly ts: string;
  readonly onClose: () => void;
}

/** A thread beside its channel. */
export function ThreadShown({ channel, ts, onClose }: ThreadProps): JSX.Element {
  const words = useStrings();
  const { act } = useContext(SlackContext);
  const inThread = channel.messages.filter((message) => message.ts === ts || message.thread === ts);
  const { list, onScroll } = useFollow(ts, channel.messages);
  return (
    <section class="thread" aria-label={words.thread}>
      <header>
        <h3>{words.thread}</h3>
        <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="messages" ref={list} onScroll={onScroll} role="log" aria-label={words.thread} tabIndex={0}>
        {inThread.map((message) => (
          <MessageShown key={message.ts} message={message} isInThread />
        ))}
      </div>
      <Composer
        key={ts}
        label={words.replyTo}
        commands={[]}
        offersMention
        onSend={(text) => act({ kind: "says", channel: channel.id, text, thread: ts })}
      />
    </section>
  );
}
