import { z } from "zod";
import { commandName, shortcutCallbackId } from "../manifest-names.ts";
import { formCallbackId } from "../rendering/render-form.ts";
import { commandSchema } from "./parse-command.ts";
import { pressSchema } from "./parse-press.ts";
import { shortcutSchema } from "./parse-shortcut.ts";
import { submissionSchema } from "./parse-submission.ts";

/**
 * What a payload is to the bot.
 * - `event`, `interaction`: it is handled.
 * - `noise`: none of ours, or nothing that has to be answered: app_rate_limited, view_closed, global shortcuts, options of
 *   selects, other apps' forms, and what does not exist yet. Acknowledged and dropped.
 * - `malformed`: none of Slack's payloads.
 */
export type BodyKind = "event" | "interaction" | "noise" | "malformed";

const typeSchema = z.object({ type: z.string() });
const eventSchema = z.object({ event: typeSchema });
const callbackSchema = z.object({ callback_id: z.string() });
const viewSchema = z.object({ view: callbackSchema });
const containerSchema = z.object({ container: typeSchema });
const handledEvents = ["message", "app_mention", "app_home_opened"];
const pressContainers = ["message", "view"];

/** @param body as normaliseBody returns it */
export function classifyBody(body: Readonly<Record<string, unknown>>): BodyKind {
  if (typeof body.command === "string") {
    return body.command === commandName ? interactionIf(commandSchema, body) : "noise";
  }
  switch (body.type) {
    case "event_callback":
      return classifyEvent(body);
    case "block_actions": {
      const { data } = containerSchema.safeParse(body);
      const isElsewhere = data !== undefined && !pressContainers.includes(data.container.type);
      return isElsewhere ? "noise" : interactionIf(pressSchema, body);
    }
    case "message_action": {
      const { data } = callbackSchema.safeParse(body);
      return data?.callback_id === shortcutCallbackId ? interactionIf(shortcutSchema, body) : noiseIf(data);
    }
    case "view_submission": {
      const { data } = viewSchema.safeParse(body);
      return data?.view.callback_id === formCallbackId
        ? interactionIf(submissionSchema, body)
        : noiseIf(data);
    }
    default:
      return noiseIf(typeSchema.safeParse(body).data);
  }
}

function classifyEvent(body: object): BodyKind {
  const { data } = eventSchema.safeParse(body);
  if (!data) return "malformed";
  return handledEvents.includes(data.event.type) ? "event" : "noise";
}

function interactionIf(schema: z.ZodType, body: object): BodyKind {
  return schema.safeParse(body).success ? "interaction" : "malformed";
}

function noiseIf(read: object | undefined): BodyKind {
  return read ? "noise" : "malformed";
}
