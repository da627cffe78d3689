import { useEffect, useState } from "preact/hooks";
import type { StreamParts } from "../server/streams.ts";

/** What a person sees, as far as it was heard of. */
export type Live = Partial<StreamParts> & { readonly isConnected: boolean };

/** Follows what a person sees; after a break the browser connects again by itself. */
export function useLive(person: string): Live {
  const [live, setLive] = useState<Live>({ isConnected: false });
  useEffect(() => {
    const source = new EventSource(`/api/stream?person=${encodeURIComponent(person)}`);
    source.onopen = () => setLive((before) => ({ ...before, isConnected: true }));
    source.onerror = () => setLive((before) => ({ ...before, isConnected: false }));
    const hear = (part: keyof StreamParts) =>
      source.addEventListener(part, ({ data }) => {
        const value: StreamParts[typeof part] = JSON.parse(data);
        setLive((before) => ({ ...before, [part]: value, isConnected: true }));
      });
    hear("slack");
    hear("discord");
    hear("turns");
    hear("knowledge");
    return () => source.close();
  }, [person]);
  return live;
}
