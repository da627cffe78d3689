import { useEffect, useState } from "preact/hooks";
import type { DiscordView } from "../discord/view.ts";
import type { StreamParts } from "../server/streams.ts";
import type { SlackView } from "../slack/view.ts";

/** The names of the platforms, in the order of their tabs: they stand in the page itself (server/assets.ts). */
export const platformNames: readonly string[] =
  document.querySelector<HTMLMetaElement>('meta[name="platforms"]')?.content.split(" ").filter(Boolean) ?? [];

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
    for (const name of platformNames) followView(name);
    followPart("turns");
    followPart("knowledge");
    return () => source.close();
  }, [person]);
  return live;
}
