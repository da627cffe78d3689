import type { ServerResponse } from "node:http";
import type { CoreView, KnowledgeState, TurnRecord } from "./core-view.ts";
import type { LocalPlatform, TurnOf } from "./local-platform.ts";
import { people } from "./people.ts";
import { safeHeaders } from "./request-guard.ts";
import type { Unread, UnreadMarks } from "./unread.ts";
import { viewPart } from "./view-part.ts";
import type { WaitingActs } from "./waiting-acts.ts";

/** The parts of the stream, each sent whole when it has changed. Every platform's view is a further part. */
export interface StreamParts {
  readonly turns: readonly TurnRecord[];
  readonly knowledge: KnowledgeState;
  readonly unread: Unread;
  /** How many things people did wait for the bot to be ready. */
  readonly waiting: number;
  /** Where the team is asked; absent if no platform has a channel for it. */
  readonly team: { readonly platform: string; readonly place: string } | null;
}

export interface Streams {
  /** Sends a person's parts now and after each change, as server-sent events. */
  open(response: ServerResponse, person: string): void;
  close(): void;
}

interface StreamSources {
  readonly platforms: readonly LocalPlatform[];
  readonly coreView: CoreView;
  readonly turnOf: TurnOf;
  readonly unread: UnreadMarks;
  readonly waiting: WaitingActs;
}

const maxTurnsShown = 60;

export function createStreams({ platforms, coreView, turnOf, unread, waiting }: StreamSources): Streams {
  const open = new Set<() => void>();
  const update = () => {
    for (const refresh of open) refresh();
  };
  const stops = [...platforms, coreView, unread, waiting].map((source) => source.onChange(update));

  const [team = null] = platforms.flatMap(({ name, teamChannel }) =>
    teamChannel === undefined ? [] : [{ platform: name, place: teamChannel }],
  );
  const viewsOf = (person: string) =>
    platforms.map(({ name, view }) => [viewPart(name), view(person, turnOf)] as const);
  const partsFor = (person: string): Readonly<Record<string, unknown>> => {
    const parts: StreamParts = {
      turns: coreView.turns().slice(0, maxTurnsShown),
      knowledge: coreView.knowledge(),
      unread: unread.all(),
      waiting: waiting.count(),
      team,
    };
    return { ...parts, ...Object.fromEntries(viewsOf(person)) };
  };

  return {
    open: (response, person) => {
      const name = people.find((one) => one.name === person)?.name ?? people[0].name;
      const sent = new Map<string, string>();
      let isDue = false;
      const write = () => {
        isDue = false;
        for (const [part, value] of Object.entries(partsFor(name))) {
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
