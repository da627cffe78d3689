import { z } from "zod";
import { contentFields, readQuestion } from "./message-words.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";
import { actorFields, nameField, threadField } from "./payload-fields.ts";

/**
 * The fields of a message shortcut's payload that are used:
 * reference/interaction-payloads/shortcuts-interaction-payload.
 */
export const shortcutSchema = z.object({
  ...actorFields,
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ ...contentFields, thread_ts: z.string().optional() }),
});

/** A message shortcut: asks what the message asks, and is answered ephemerally to who used it. */
export function parseShortcut(shortcut: z.infer<typeof shortcutSchema>): ParsedEvent {
  const { team, user, trigger_id, channel, message } = shortcut;
  const place = {
    kind: "aside",
    channel: channel.id,
    user: user.id,
    ...threadField(message.thread_ts),
  } as const;
  return toParsedEvent(
    { team: team.id, place },
    {
      id: `slack/${team.id}/shortcut/${trigger_id}`,
      addressed: true,
      ...nameField(user.name),
      input: readQuestion(message),
    },
  );
}
