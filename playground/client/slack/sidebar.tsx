import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { UnreadBadge } from "../unread-badge.tsx";
import { SlackContext } from "./slack-context.ts";

interface SidebarProps {
  readonly current: string;
  readonly onOpen: (channel: string) => void;
  readonly onReload: () => void;
}

/** The channels, and the direct messages with the app. */
export function Sidebar({ current, onOpen, onReload }: SidebarProps): JSX.Element {
  const strings = useStrings();
  const { view, marks } = useContext(SlackContext);
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
                  data-place={id}
                  aria-current={id === current ? "page" : undefined}
                  onClick={() => onOpen(id)}
                >
                  {kind === "im" ? (
                    <img src="/icon.svg" alt="" width={18} height={18} />
                  ) : (
                    <span aria-hidden="true">#</span>
                  )}
                  <span class="name">{kind === "im" ? view.users[view.bot] : name}</span>
                  <UnreadBadge mark={marks.of(id)} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
