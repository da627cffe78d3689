import { useEffect, useState } from "preact/hooks";
import type { StreamParts } from "../server/streams.ts";
import { viewPart } from "../server/view-part.ts";

/** The names of the platforms, in the order of their tabs. server/assets.ts writes them into the page. */
export const platformNames: readonly string[] =
  document.querySelector<HTMLMetaElement>('meta[name="platforms"]')?.content.split(" ").filter(Boolean) ?? [];

/** What has been received so far. */
export interface StreamState extends Partial<StreamParts> {
  /** What the person sees on each platform, by its name, as JSON text: only its drawing knows the type. */
  readonly views: Readonly<Record<string, string>>;
  readonly isConnected: boolean;
}

/** Follows what a person sees. If the connection is lost, the browser reconnects by itself. */
export function useStream(person: string): StreamState {
  const [state, setState] = useState<StreamState>({ views: {}, isConnected: false });
  useEffect(() => {
    // What somebody else saw is not shown as theirs.
    setState((before) => ({ ...before, views: {} }));
    const source = new EventSource(`/api/stream?person=${encodeURIComponent(person)}`);
    source.onopen = () => setState((before) => ({ ...before, isConnected: true }));
    source.onerror = () => setState((before) => ({ ...before, isConnected: false }));
    const followPart = (part: keyof StreamParts) =>
      source.addEventListener(part, ({ data }) => {
        const value: StreamParts[typeof part] = JSON.parse(data);
        setState((before) => ({ ...before, [part]: value, isConnected: true }));
      });
    const followView = (platform: string) =>
      source.addEventListener(viewPart(platform), ({ data }) =>
        setState((before) => ({ ...before, views: { ...before.views, [platform]: data } })),
      );
    for (const name of platformNames) followView(name);
    followPart("turns");
    followPart("knowledge");
    followPart("unread");
    followPart("waiting");
    followPart("team");
    return () => source.close();
  }, [person]);
  return state;
}
