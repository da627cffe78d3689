import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import type { DiscordChannel } from "../../discord/view.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { UnreadBadge } from "../unread-badge.tsx";
import { DiscordContext } from "./discord-context.ts";

interface Props {
  readonly current: string;
  readonly onOpen: (channel: string) => void;
}

/** The channels with their threads, and the direct messages with the bot. */
export function Sidebar({ current, onOpen }: Props): JSX.Element {
  const strings = useStrings();
  const { view, act, marks } = useContext(DiscordContext);
  const [isSettingsOpen, setSettingsOpen] = useState(false);
  const rooms = view.channels.filter(({ kind }) => kind === "text" || kind === "forum");
  const direct = view.channels.filter(({ kind }) => kind === "dm");
  const link = (channel: DiscordChannel) => (
    <button
      type="button"
      data-place={channel.id}
      aria-current={channel.id === current ? "page" : undefined}
      onClick={() => onOpen(channel.id)}
    >
      <ChannelIcon channel={channel} />
      <span class="name">{channel.name}</span>
      <UnreadBadge mark={marks.of(channel.id)} />
    </button>
  );
  return (
    <nav class="sidebar" aria-label={`${strings.discord}: ${strings.channels}`}>
      <div class="workspace">
        <strong>{strings.discord}</strong>
        <button
          type="button"
          class="icon-button settings-toggle"
          aria-label={strings.discordSettings}
          title={strings.discordSettings}
          aria-expanded={isSettingsOpen}
          aria-controls="discord-settings"
          onClick={() => setSettingsOpen(!isSettingsOpen)}
        >
          <Icon name="settings" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={strings.reload}
          title={strings.reload}
          onClick={() => act({ kind: "reloads" })}
        >
          <Icon name="reload" />
        </button>
      </div>
      <div class="group">
        <p>{strings.channels}</p>
        <ul>
          {rooms.map((channel) => (
            <li key={channel.id}>
              {link(channel)}
              <ul>
                {threadsOf(view.channels, channel).map((thread) => (
                  <li key={thread.id}>{link(thread)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
      <div class="group direct">
        <p>{strings.directMessages}</p>
        <ul>
          {direct.map((channel) => (
            <li key={channel.id}>{link(channel)}</li>
          ))}
        </ul>
      </div>
      <div class={`settings ${isSettingsOpen ? "is-open" : ""}`} id="discord-settings">
        <label>
          {strings.discordLanguage}
          <select
            value={view.locale}
            onChange={({ currentTarget }) => act({ kind: "speaks", locale: currentTarget.value })}
          >
            <option value="en-US">English, US</option>
            <option value="vi">Tiếng Việt</option>
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={view.takesMessages}
            onChange={({ currentTarget }) => act({ kind: "takesMessages", isOpen: currentTarget.checked })}
          />{" "}
          {strings.takesMessages}
        </label>
      </div>
    </nav>
  );
}

function threadsOf(all: readonly DiscordChannel[], { id }: DiscordChannel): readonly DiscordChannel[] {
  return all.filter((one) => one.kind === "thread" && one.parent === id && !one.isArchived);
}

function ChannelIcon({ channel: { kind } }: { readonly channel: DiscordChannel }): JSX.Element {
  switch (kind) {
    case "dm":
      return <img src="/icon.svg" alt="" width={18} height={18} />;
    case "forum":
      return <Icon name="forum" />;
    case "thread":
      return <Icon name="thread" />;
    case "text":
      return <span aria-hidden="true">#</span>;
  }
}
