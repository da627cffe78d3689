import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SlackOutcome } from "../../../local/slack/people/outcome.ts";
import type { SlackAction } from "../../slack/actions.ts";
import type { SlackView } from "../../slack/view.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import type { DrawingProps } from "../platform-drawing.tsx";
import { ChannelView, ThreadView } from "./channel.tsx";
import { Home } from "./home.tsx";
import { Modal } from "./modal.tsx";
import { SlackContext } from "./slack-context.ts";

type Props = DrawingProps<SlackView, SlackAction, SlackOutcome>;

interface Place {
  readonly channel: string;
  readonly thread?: string;
  readonly isHome?: true;
}

/** Slack, as one person sees it. */
export function Slack({ view, act, openInspector }: Props): JSX.Element | null {
  const strings = useStrings();
  const [place, setPlace] = useState<Place>({ channel: "" });
  const channel = view.channels.find(({ id }) => id === place.channel) ?? view.channels[0];
  if (!channel) return null;
  const modal = view.modals.at(-1);
  const isDirect = channel.kind === "im";
  const openThread = (id: string, thread: string) => setPlace({ channel: id, thread });
  return (
    <SlackContext.Provider value={{ view, act, openInspector, openThread }}>
      <section class="app slack" aria-label={strings.slack}>
        <div class="window">
          <Sidebar
            view={view}
            current={channel.id}
            onOpen={(id) => setPlace({ channel: id })}
            onReload={() => act({ kind: "reloads" })}
          />
          <div class={`main ${place.thread ? "with-thread" : ""}`}>
            <header class="place">
              <h2>{isDirect ? view.users[view.bot] : `# ${channel.name}`}</h2>
              {isDirect && (
                <div class="tabs" role="group" aria-label={view.users[view.bot]}>
                  <button
                    type="button"
                    aria-pressed={place.isHome === true}
                    onClick={() => setPlace({ channel: channel.id, isHome: true })}
                  >
                    {strings.home}
                  </button>
                  <button
                    type="button"
                    aria-pressed={place.isHome !== true}
                    onClick={() => setPlace({ channel: channel.id })}
                  >
                    {strings.messages}
                  </button>
                </div>
              )}
            </header>
            <div class="column">
              {isDirect && place.isHome ? <Home /> : <ChannelView channel={channel} />}
            </div>
            {place.thread !== undefined && (
              <ThreadView
                channel={channel}
                ts={place.thread}
                onClose={() => setPlace({ channel: channel.id })}
              />
            )}
          </div>
          {modal && <Modal key={modal.id} surface={modal} />}
        </div>
      </section>
    </SlackContext.Provider>
  );
}

interface SidebarProps {
  readonly view: SlackView;
  readonly current: string;
  readonly onOpen: (channel: string) => void;
  readonly onReload: () => void;
}

function Sidebar({ view, current, onOpen, onReload }: SidebarProps): JSX.Element {
  const strings = useStrings();
  const groups = [
    { name: "group", title: strings.channels, channels: view.channels.filter(({ kind }) => kind !== "im") },
    {
      name: "group direct",
      title: strings.apps,
      channels: view.channels.filter(({ kind }) => kind === "im"),
    },
  ];
  return (
    <nav class="sidebar" aria-label={`${strings.slack}: ${strings.channels}`}>
      <div class="workspace">
        <strong>{strings.slack}</strong>
        <button
          type="button"
          class="icon-button"
          aria-label={strings.reload}
          title={strings.reload}
          onClick={onReload}
        >
          <Icon name="reload" />
        </button>
      </div>
      {groups.map(({ name: group, title, channels }) => (
        <div key={title} class={group}>
          <p>{title}</p>
          <ul>
            {channels.map(({ id, name, kind }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === current ? "page" : undefined}
                  onClick={() => onOpen(id)}
                >
                  {kind === "im" ? (
                    <img src="/icon.svg" alt="" width={18} height={18} />
                  ) : (
                    <span aria-hidden="true">#</span>
                  )}
                  {kind === "im" ? view.users[view.bot] : name}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
