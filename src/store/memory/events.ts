import type { Events } from "../compose-store.ts";
import { type Clock, finishedTtlMs } from "../store.ts";

interface StoredClaim {
  readonly body: string;
  readonly until: number;
  readonly isFinished: boolean;
}

export function createEvents(now: Clock): Events {
  const events = new Map<string, StoredClaim>();
  const find = (id: string) => {
    const found = events.get(id);
    return found?.isFinished && found.until <= now() ? undefined : found;
  };
  return {
    claim: async (id, body, lease) => {
      const found = find(id);
      if (found?.isFinished) return "done";
      if (found && found.until > now()) return "busy";
      events.set(id, { body, until: now() + lease, isFinished: false });
      return "new";
    },
    finish: async (id) => {
      events.set(id, { body: "", until: now() + finishedTtlMs, isFinished: true });
    },
    unfinished: async () =>
      [...events]
        .filter(([, { isFinished, until }]) => !isFinished && until <= now())
        .map(([id, { body }]) => ({ id, body })),
    claimed: async () =>
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
