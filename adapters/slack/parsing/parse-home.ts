import { z } from "zod";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";

/** The fields of an app_home_opened event that are used: events/app_home_opened. */
export const homeOpenedSchema = z.object({
  user: z.string(),
  tab: z.literal("home"),
  event_ts: z.string(),
  /** The view that was published before, if any. */
  view: z.unknown().optional(),
});

export function parseHomeOpened(
  team: string,
  { user, event_ts }: z.infer<typeof homeOpenedSchema>,
): ParsedEvent {
  return toParsedEvent(
    { team, place: { kind: "home", user } },
    { id: `slack/${team}/home/${event_ts}`, addressed: true, input: { kind: "open" } },
  );
}
