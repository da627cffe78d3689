import { useEffect, useState } from "preact/hooks";
import type { DiscordView } from "../discord/view.ts";
import type { StreamParts } from "../server/streams.ts";
import type { SlackView } from "../slack/view.ts";

/** What a person sees of each platform, by its name. */
export interface Views {
  readonly slack?: SlackView;
  readonly discord?: DiscordView;
  readonly [platform: string]: unknown;
}

/** What the page shows, as far as it has been received. */
export type Live = Partial<StreamParts> & { readonly views: Views; readonly isConnected: boolean };

/** Follows what a person sees. After a break the browser reconnects by itself. */
export function useLive(person: string): Live {
  const [live, setLive] = useState<Live>({ views: {}, isConnected: false });
  useEffect(() => {
    const source = new EventSource(`/api/stream?person=${encodeURIComponent(person)}`);
    source.onopen = () => setLive((before) => ({ ...before, isConnected: true }));
    source.onerror = () => setLive((before) => ({ ...before, isConnected: false }));
    const followPart = (part: keyof StreamParts) =>
      source.addEventListener(part, ({ data }) => {
        const value: StreamParts[typeof part] = JSON.parse(data);
        setLive((before) => ({ ...before, [part]: value, isConnected: true }));
      });
    const followView = (platform: string) =>
      source.addEventListener(platform, ({ data }) =>
        setLive((before) => ({ ...before, views: { ...before.views, [platform]: JSON.parse(data) } })),
      );
    // The names come first, so that no view is missed.
    source.addEventListener(
      "platforms",
      ({ data }) => {
        const names: readonly string[] = JSON.parse(data);
        for (const name of names) followView(name);
      },
      { once: true },
    );
    followPart("platforms");
    followPart("turns");
    followPart("knowledge");
    return () => source.close();
  }, [person]);
  return live;
}
