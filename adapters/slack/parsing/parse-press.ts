import { z } from "zod";
import type { Input } from "../../../src/platform/incoming.ts";
import { dmThread, isDm, type SlackPlace } from "../place.ts";
import { searchActionId } from "../rendering/render-home.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";
import { actorFields, nameField, optionSchema, threadField } from "./payload-fields.ts";

/** The fields of a block_actions payload that are used: reference/interaction-payloads/block_actions-payload. */
export const pressSchema = z.object({
  ...actorFields,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("message"),
      channel_id: z.string(),
      message_ts: z.string(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().default(false),
    }),
    z.object({ type: z.literal("view") }),
  ]),
  /** Absent for ephemeral messages. */
  message: z
    .object({ text: z.string().default(""), blocks: z.array(z.record(z.string(), z.unknown())).default([]) })
    .optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().default(""),
        text: z.object({ text: z.string() }).optional(),
        value: z.string().nullish(),
        selected_option: optionSchema.nullish(),
      }),
    )
    .min(1),
});
type PressPayload = z.infer<typeof pressSchema>;

/** A press of a button or option, or a question typed into the App Home's search field. */
export interface SlackPress extends ParsedEvent {
  readonly payload: PressPayload;
  /** The label of what was pressed; undefined for the search field. */
  readonly label: string | undefined;
  /** Identifies who pressed what and where: the same for both presses of a double click. */
  readonly dedupeKey: string;
}

/**
 * A press belongs to the conversation of the message that holds the button.
 * @param hasAgentView whether each thread of a DM is a conversation of its own
 */
export function parsePress(payload: PressPayload, hasAgentView = false): SlackPress {
  const { trigger_id, team, user, container } = payload;
  const { input, label } = parseAction(payload);
  const event = toParsedEvent(
    { team: team.id, place: placeOf(payload, hasAgentView) },
    { id: `slack/${team.id}/press/${trigger_id}`, ...nameField(user.name), addressed: true, input },
  );
  const containerId = container.type === "message" ? container.message_ts : container.type;
  return { ...event, payload, label, dedupeKey: JSON.stringify([user.id, containerId, input]) };
}

function parseAction({ actions }: PressPayload): Pick<SlackPress, "label"> & { readonly input: Input } {
  const [action] = actions;
  const value = action?.selected_option?.value ?? action?.value ?? "";
  if (action?.action_id === searchActionId) {
    return { input: { kind: "question", text: value, hasPicture: false }, label: undefined };
  }
  const label = action?.selected_option?.text.text ?? action?.text?.text;
  return { input: { kind: "press", token: value }, label };
}

function placeOf({ container, user }: PressPayload, hasAgentView: boolean): SlackPlace {
  if (container.type === "view") return { kind: "home", user: user.id };
  const { channel_id: channel, message_ts, thread_ts, is_ephemeral } = container;
  if (is_ephemeral) return { kind: "aside", channel, user: user.id, ...threadField(thread_ts) };
  const thread = isDm(channel)
    ? dmThread(hasAgentView, { ts: message_ts, thread_ts })
    : { thread: thread_ts ?? message_ts };
  return { kind: "thread", channel, user: user.id, ...thread };
}
