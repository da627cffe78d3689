import { z } from "zod";
import type { Input } from "../../../src/platform/incoming.ts";
import { parseText } from "./parse-text.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";
import { nameField } from "./payload-fields.ts";

/** The fields of a slash command's payload that are used: interactivity/implementing-slash-commands. */
export const commandSchema = z.object({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string(),
  text: z.string().default(""),
});

/** A slash command, answered ephemerally. Without text it opens the front page. */
export function parseCommand(command: z.infer<typeof commandSchema>): ParsedEvent {
  const { team_id: team, channel_id: channel, user_id: user, user_name, trigger_id, text } = command;
  const input: Input = text.trim()
    ? { kind: "question", text: parseText(text), hasPicture: false }
    : { kind: "open" };
  const place = { kind: "aside", channel, user } as const;
  return toParsedEvent(
    { team, place },
    { id: `slack/${team}/command/${trigger_id}`, ...nameField(user_name), addressed: true, input },
  );
}
