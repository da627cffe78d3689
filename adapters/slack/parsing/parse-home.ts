import { z } from "zod";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";

/**
 * The fields of an app_home_opened event that are used: reference/events/app_home_opened. With the agent view, the tab
 * `messages` tells that a person opened their direct messages with the app (ai/migrating-to-agent-messaging).
 */
const homeTabSchema = z.object({
  user: z.string(),
  tab: z.literal("home"),
  event_ts: z.string(),
  /** The view that was published before, if any. */
  view: z.unknown().optional(),
});
const messagesTabSchema = z.object({ user: z.string(), tab: z.literal("messages"), channel: z.string() });
export const openedSchema = z.discriminatedUnion("tab", [homeTabSchema, messagesTabSchema]);

export function parseHomeOpened(
  team: string,
  { user, event_ts }: Pick<z.infer<typeof homeTabSchema>, "user" | "event_ts">,
): ParsedEvent {
  return toParsedEvent(
    { team, place: { kind: "home", user } },
    { id: `slack/${team}/home/${event_ts}`, addressed: true, input: { kind: "open" } },
  );
}
