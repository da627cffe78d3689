import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { SlackOutcome } from "../../../local/slack/people/outcome.ts";
import type { SlackAction } from "../../slack/actions.ts";
import type { SlackView } from "../../slack/view.ts";
import { useStrings } from "../page-strings.ts";
import type { DrawingProps } from "../platform-drawing.tsx";
import { ChannelView, ThreadView } from "./channel.tsx";
import { Home } from "./home.tsx";
import { Modal } from "./modal.tsx";
import { Sidebar } from "./sidebar.tsx";
import { SlackContext } from "./slack-context.ts";

type Props = DrawingProps<SlackView, SlackAction, SlackOutcome>;

interface Place {
  readonly channel: string;
  readonly thread?: string;
  readonly isHome?: true;
}

/** Slack, as one person sees it. */
export function Slack({ view, act, openInspector, marks }: Props): JSX.Element | null {
  const strings = useStrings();
  const [place, setPlace] = useState<Place>({ channel: "" });
  const channel = view.channels.find(({ id }) => id === place.channel) ?? view.channels[0];
  if (!channel) return null;
  const modal = view.modals.at(-1);
  const isDirect = channel.kind === "im";
  const openThread = (id: string, thread: string) => setPlace({ channel: id, thread });
  return (
    <SlackContext.Provider value={{ view, act, openInspector, marks, openThread }}>
      <section class="app slack" aria-label={strings.slack}>
        <div class="window">
          <Sidebar
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
