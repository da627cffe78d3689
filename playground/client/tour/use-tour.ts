import { useEffect, useState } from "preact/hooks";
import { type PersonName, people } from "../../server/people.ts";
import { useLocalStorage } from "../use-local-storage.ts";
import { advance, type TourEvents, type TourProgress } from "./progress.ts";

/** `offered`: neither begun nor declined yet. */
type TourState =
  | { readonly kind: "offered" }
  | { readonly kind: "closed" }
  | { readonly kind: "running"; readonly progress: TourProgress };

export interface Tour {
  readonly state: TourState;
  begin(asker: PersonName): void;
  close(): void;
}

interface TourSource extends Omit<TourEvents, "unreadByAsker"> {
  /** How many messages for a person are unread. */
  readonly countFor: (person: string) => number;
}

const closed = "closed";

/** Follows the tour, which is kept in localStorage. */
export function useTour({ turns, person, countFor }: TourSource): Tour {
  const [stored, store] = useLocalStorage("tour", "");
  const [state, setState] = useState(() => parse(stored));
  const save = (next: TourState) => {
    setState(next);
    store(next.kind === "running" ? JSON.stringify(next.progress) : closed);
  };
  useEffect(() => {
    if (state.kind !== "running") return;
    const { progress } = state;
    const next = advance(progress, { turns, person, unreadByAsker: countFor(progress.asker) });
    if (next.at !== progress.at) save({ kind: "running", progress: next });
  }, [turns, person, countFor, state]);
  return {
    state,
    begin: (asker) => save({ kind: "running", progress: { asker, at: 0, since: Date.now() } }),
    close: () => save({ kind: "closed" }),
  };
}

function parse(stored: string): TourState {
  if (stored === "") return { kind: "offered" };
  if (stored === closed) return { kind: "closed" };
  try {
    const { asker: name, at, since, platform }: Record<string, unknown> = JSON.parse(stored);
    const asker = people.find((one) => one.name === name)?.name;
    if (asker && typeof at === "number" && typeof since === "number")
      return {
        kind: "running",
        progress: { asker, at, since, ...(typeof platform === "string" && { platform }) },
      };
  } catch {
    // Written by something else: offered again.
  }
  return { kind: "offered" };
}
