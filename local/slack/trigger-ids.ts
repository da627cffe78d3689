import type { Clock } from "../shared/clock.ts";
import { triggerLifetimeMs } from "./limits.ts";
import { apiError, type WebApiError } from "./web-api/result.ts";

/** trigger_ids, which let the app open a view once, within 3 s: interactivity/handling-user-interaction */
export interface TriggerIds {
  issue(origin: TriggerOrigin): string;
  /** Uses up a trigger_id. One whose origin is not allowed is refused and stays usable. */
  exchange(id: string, isAllowed: (origin: TriggerOrigin) => boolean): TriggerOrigin | WebApiError;
}

interface TriggerOrigin {
  readonly user: string;
  /** Where the person acted: on an element in a modal, on its submit button, or anywhere else. */
  readonly from: "modal" | "submission" | "elsewhere";
}

interface IssuedTrigger extends TriggerOrigin {
  readonly until: number;
  readonly isExchanged: boolean;
}

export function createTriggerIds(clock: Clock): TriggerIds {
  const issued = new Map<string, IssuedTrigger>();
  return {
    issue: (origin) => {
      const count = issued.size + 1;
      const id = `${count}.${clock.now()}.${count.toString(16).padStart(32, "0")}`;
      issued.set(id, { ...origin, until: clock.now() + triggerLifetimeMs, isExchanged: false });
      return id;
    },
    exchange: (id, isAllowed) => {
      const found = issued.get(id);
      if (!found || !isAllowed(found)) return apiError("invalid_trigger_id");
      if (found.isExchanged) return apiError("exchanged_trigger_id");
      if (found.until <= clock.now()) return apiError("expired_trigger_id");
      issued.set(id, { ...found, isExchanged: true });
      return found;
    },
  };
}
