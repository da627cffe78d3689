import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { DiscordOutcome } from "../../../local/discord/people/outcome.ts";
import type { DiscordAction } from "../../discord/actions.ts";
import type { DiscordChannel, DiscordMessage, DiscordView } from "../../discord/view.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import type { DrawingProps } from "../platform-drawing.tsx";
import { ChannelView } from "./channel.tsx";
import { DiscordContext } from "./discord-context.ts";
import { Forum } from "./forum.tsx";
import { Modal } from "./modal.tsx";
import { Sidebar } from "./sidebar.tsx";

type Props = DrawingProps<DiscordView, DiscordAction, DiscordOutcome>;

/** Discord, as one person sees it. */
export function Discord({ view, act, openInspector, marks }: Props): JSX.Element | null {
  const strings = useStrings();
  const [current, setCurrent] = useState("");
  const [replied, setReplied] = useState<DiscordMessage>();
  const channel = view.channels.find(({ id }) => id === current) ?? view.channels[0];
  if (!channel) return null;
  const open = (id: string) => {
    setCurrent(id);
    setReplied(undefined);
  };
  const parent =
    channel.kind === "thread" ? view.channels.find(({ id }) => id === channel.parent) : undefined;
  return (
    <DiscordContext.Provider value={{ view, act, openInspector, marks, replyTo: setReplied }}>
      <section class="app discord" aria-label={strings.discord}>
        <div class="window">
          <Sidebar current={channel.id} onOpen={open} />
          <div class="main">
            <header class="place">
              {parent && (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={strings.back}
                  onClick={() => open(parent.id)}
                >
                  <Icon name="back" />
                </button>
              )}
              <h2>{titleOf(channel)}</h2>
            </header>
            <div class="column">
              {channel.kind === "forum" ? (
                <Forum forum={channel} onOpen={open} />
              ) : (
                <ChannelView
                  key={channel.id}
                  channel={channel}
                  replied={replied}
                  onReplied={() => setReplied(undefined)}
                />
              )}
            </div>
          </div>
          {view.modal && <Modal key={view.modal.custom_id} body={view.modal} />}
        </div>
      </section>
    </DiscordContext.Provider>
  );
}

function titleOf({ kind, name }: DiscordChannel): string {
  return kind === "text" ? `# ${name}` : name;
}
