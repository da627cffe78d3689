import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Unread, UnreadPlace } from "../server/unread.ts";
import { post } from "./api-client.ts";

/** What is unread in a place. */
export interface Mark {
  readonly count: number;
  /** How many of them are for this person in particular. */
  readonly direct: number;
}

/** The unread marks of one person on one platform. */
export interface PlaceMarks {
  /** Of a place, and of the threads in it. */
  of(place: string): Mark;
  /** The place is in view: it has no mark until the returned function is called, which must be called once. */
  lookAt(place: string): () => void;
}

/** Marks a place as looked at while it is in view. */
export function useLook({ lookAt }: PlaceMarks, place: string, isInView: boolean): void {
  useEffect(() => (isInView ? lookAt(place) : undefined), [place, isInView]);
}

interface UnreadState {
  /** How many messages for this person are unread. */
  countFor(person: string): number;
  /** How many messages for somebody are unread. */
  readonly total: number;
  marksOn(platform: string): PlaceMarks;
}

/** What is unread, without the places that the person is looking at: the server is told that these are read. */
export function useUnread(person: string, unread: Unread | undefined): UnreadState {
  const isPageVisible = usePageVisible();
  const [looked, setLooked] = useState<readonly string[]>([]);
  const lookAt = useCallback((key: string) => {
    setLooked((before) => [...before, key]);
    return () => setLooked((before) => before.filter((_, at) => at !== before.indexOf(key)));
  }, []);
  const isInView = useCallback(
    (of: string, { platform, place }: UnreadPlace) =>
      isPageVisible && looked.includes(keyOf({ person: of, platform, place })),
    [isPageVisible, looked],
  );
  const own = unread?.[person] ?? [];
  useEffect(() => {
    for (const { platform, place } of own.filter((one) => isInView(person, one)))
      void post("/api/looked", { platform, person, place });
  }, [own, isInView, person]);
  return useMemo(() => {
    const countFor = (name: string) =>
      (unread?.[name] ?? []).filter((one) => !isInView(name, one)).reduce((sum, one) => sum + one.direct, 0);
    return {
      countFor,
      total: Object.keys(unread ?? {}).reduce((sum, name) => sum + countFor(name), 0),
      marksOn: (platform: string) => ({
        of: (place: string) =>
          own
            .filter((one) => one.platform === platform && isIn(place, one.place) && !isInView(person, one))
            .reduce<Mark>(
              ({ count, direct }, one) => ({ count: count + one.count, direct: direct + one.direct }),
              { count: 0, direct: 0 },
            ),
        lookAt: (place: string) => lookAt(keyOf({ person, platform, place })),
      }),
    };
  }, [unread, person, isInView, lookAt]);
}

interface Looked {
  readonly person: string;
  readonly platform: string;
  readonly place: string;
}

function keyOf({ person, platform, place }: Looked): string {
  return `${person} ${platform} ${place}`;
}

/** Threads are `channel/thread`. */
function isIn(place: string, other: string): boolean {
  return other === place || other.startsWith(`${place}/`);
}

function usePageVisible(): boolean {
  const [isVisible, setVisible] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const update = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", update);
    return () => document.removeEventListener("visibilitychange", update);
  }, []);
  return isVisible;
}

export const noMarks: PlaceMarks = { of: () => ({ count: 0, direct: 0 }), lookAt: () => () => {} };
