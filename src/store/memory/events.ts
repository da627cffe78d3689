import type { Events } from "../compose-store.ts";
import { type Clock, finishedTtlMs, maxLeaseMs } from "../store.ts";

interface StoredClaim {
  readonly body: string;
  readonly until: number;
  readonly isFinished: boolean;
  /** In which it has a place, in the order of the map. */
  readonly conversation?: string | undefined;
}

export function createEvents(now: Clock): Events {
  const events = new Map<string, StoredClaim>();
  const find = (id: string) => {
    const found = events.get(id);
    return found?.isFinished && found.until <= now() ? undefined : found;
  };
  const isHeld = ({ until }: StoredClaim) => until > now() && until <= now() + maxLeaseMs;
  return {
    claim: (id, body, lease, conversation) => {
      const found = find(id);
      if (found?.isFinished) return "done";
      if (found && isHeld(found)) return "busy";
      events.set(id, { body, until: now() + lease, isFinished: false, conversation });
      return "new";
    },
    earlier: (id) => {
      const conversation = events.get(id)?.conversation;
      if (conversation === undefined) return [];
      const ids = [...events.keys()];
      return ids.slice(0, Math.max(0, ids.indexOf(id))).filter((other) => {
        const event = events.get(other);
        return event && !event.isFinished && isHeld(event) && event.conversation === conversation;
      });
    },
    leave: (id) => {
      const found = find(id);
      if (found) events.set(id, { ...found, conversation: undefined });
    },
    renew: (ids, lease) => {
      for (const id of ids) {
        const found = find(id);
        if (found && !found.isFinished) events.set(id, { ...found, until: now() + lease });
      }
    },
    finish: (id) => {
      events.set(id, { body: "", until: now() + finishedTtlMs, isFinished: true });
    },
    unfinished: () =>
      [...events]
        .filter(([, event]) => !event.isFinished && !isHeld(event))
        .map(([id, { body }]) => ({ id, body })),
    claimed: () =>
      [...events].filter(([, { isFinished }]) => !isFinished).map(([id, { body }]) => ({ id, body })),
    amend: (id, body) => {
      const found = find(id);
      if (found && !found.isFinished) events.set(id, { ...found, body });
    },
    sweep: () => {
      for (const [id, { isFinished, until }] of events) if (isFinished && until <= now()) events.delete(id);
    },
  };
}
