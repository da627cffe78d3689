import type { Clock } from "../shared/clock.ts";
import { trigger as life } from "./limits.ts";
import { type Refusal, refuse } from "./web-api/result.ts";

/** What lets an app open a view: interactivity/handling-user-interaction. Good for 3 s and once. */
export interface Triggers {
  issue(trigger: Trigger): string;
  /** Uses a trigger up; one that is not fit for the purpose is refused and left as it was. */
  exchange(id: string, isFit: (trigger: Trigger) => boolean): Trigger | Refusal;
}

interface Trigger {
  readonly user: string;
  /** What the person did it with: something in an open modal, its submit button, or anything else. */
  readonly from: "modal" | "submission" | "elsewhere";
}

interface Issued extends Trigger {
  readonly until: number;
  readonly isExchanged: boolean;
}

export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, Issued>();
  return {
    issue: (trigger) => {
      const count = issued.size + 1;
      const id = `${count}.${clock.now()}.${count.toString(16).padStart(32, "0")}`;
      issued.set(id, { ...trigger, until: clock.now() + life, isExchanged: false });
      return id;
    },
    exchange: (id, isFit) => {
      const found = issued.get(id);
      if (!found || !isFit(found)) return refuse("invalid_trigger_id");
      if (found.isExchanged) return refuse("exchanged_trigger_id");
      if (found.until <= clock.now()) return refuse("expired_trigger_id");
      issued.set(id, { ...found, isExchanged: true });
      return found;
    },
  };
}
