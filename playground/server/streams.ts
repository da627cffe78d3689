import type { ServerResponse } from "node:http";
import type { Guild } from "../../local/discord/guild.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import { type DiscordView, viewDiscord } from "../discord/view.ts";
import { type SlackMenu, type SlackView, viewSlack } from "../slack/view.ts";
import type { Backstage, KnowledgeState, TurnRecord } from "./backstage.ts";
import { people } from "./people.ts";
import { safeHeaders } from "./request-guard.ts";
import type { TurnOf } from "./turn-of-message.ts";

/** What the page is sent, each part whole whenever it has changed. */
export interface StreamParts {
  readonly slack: SlackView;
  readonly discord: DiscordView;
  readonly turns: readonly TurnRecord[];
  readonly knowledge: KnowledgeState;
}

export interface Streams {
  /** Sends what a person sees, now and after each change, as server-sent events. */
  open(response: ServerResponse, person: string): void;
  close(): void;
}

interface Sources {
  readonly workspace: Workspace;
  readonly guild: Guild;
  readonly backstage: Backstage;
  readonly menu: SlackMenu;
  readonly turnOf: TurnOf;
}

/** Turns that are listed. */
const turnsShown = 60;

export function createStreams({ workspace, guild, backstage, menu, turnOf }: Sources): Streams {
  const open = new Set<() => void>();
  const update = () => {
    for (const refresh of open) refresh();
  };
  const stops = [workspace.onChange(update), guild.onChange(update), backstage.onChange(update)];

  const look = (name: string): StreamParts => ({
    slack: viewSlack({ workspace, name, menu, turnOf }),
    discord: viewDiscord({ guild, name, turnOf }),
    turns: backstage.turns().slice(0, turnsShown),
    knowledge: backstage.knowledge(),
  });

  return {
    open: (response, person) => {
      const name = people.find((one) => one.name === person)?.name ?? people[0].name;
      const sent = new Map<string, string>();
      let isDue = false;
      const write = () => {
        isDue = false;
        for (const [part, value] of Object.entries(look(name))) {
          const json = JSON.stringify(value);
          if (sent.get(part) === json) continue;
          sent.set(part, json);
          response.write(`event: ${part}\ndata: ${json}\n\n`);
        }
      };
      const refresh = () => {
        if (isDue) return;
        isDue = true;
        setImmediate(write);
      };
      response.writeHead(200, { ...safeHeaders, "content-type": "text/event-stream" });
      write();
      open.add(refresh);
      response.on("close", () => open.delete(refresh));
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}
