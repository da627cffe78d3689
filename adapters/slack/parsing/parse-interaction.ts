import { z } from "zod";
import type { Incoming, Input } from "../../../src/platform/incoming.ts";
import { fromPlace, isDm, readPlace, type SlackPlace } from "../place.ts";
import { fieldAction } from "../rendering/render-form.ts";
import { searchAction } from "../rendering/render-home.ts";
import { parseText } from "./parse-text.ts";

/** A slash command: interactivity/implementing-slash-commands. */
export const commandSchema = z.object({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string(),
  text: z.string().default(""),
});

/** The slash command, seen by who typed it; alone it opens the front page. */
export function parseCommand(command: z.infer<typeof commandSchema>): Incoming {
  const { team_id: team, channel_id: channel, user_id: user, user_name, trigger_id, text } = command;
  const input: Input = text.trim()
    ? { kind: "question", text: parseText(text), hasPicture: false }
    : { kind: "open" };
  return {
    ...fromPlace(team, { kind: "aside", channel, user }),
    ...named(user_name),
    id: `slack/${team}/command/${trigger_id}`,
    addressed: true,
    input,
  };
}

const option = z.object({ text: z.object({ text: z.string() }), value: z.string() });
const ids = {
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), name: z.string().optional() }),
};

/** The part of a block_actions payload that is used: reference/interaction-payloads/block_actions-payload. */
export const pressSchema = z.object({
  ...ids,
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
  /** Absent for messages that only one person sees. */
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
        selected_option: option.nullish(),
      }),
    )
    .min(1),
});
export type SlackPress = z.infer<typeof pressSchema>;

/** The button's or option's token and its label; a question where words were typed into the App Home. */
export function chosenIn({ actions }: SlackPress): {
  readonly input: Input;
  readonly label: string | undefined;
} {
  const [action] = actions;
  const value = action?.selected_option?.value ?? action?.value ?? "";
  if (action?.action_id === searchAction) {
    return { input: { kind: "question", text: value, hasPicture: false }, label: undefined };
  }
  const label = action?.selected_option?.text.text ?? action?.text?.text;
  return { input: { kind: "press", token: value }, label };
}

/** Who pressed what, and where: the same for both halves of a double click. */
export function pressKey(press: SlackPress): string {
  const { container, user } = press;
  const message = container.type === "message" ? container.message_ts : container.type;
  return JSON.stringify([user.id, message, chosenIn(press).input]);
}

/** A press belongs to the conversation of the message that holds the button. */
export function parsePress(press: SlackPress): Incoming {
  const { trigger_id, team, user } = press;
  return {
    ...fromPlace(team.id, placeOf(press)),
    ...named(user.name),
    id: `slack/${team.id}/press/${trigger_id}`,
    addressed: true,
    input: chosenIn(press).input,
  };
}

function named(name: string | undefined): Pick<Incoming, "name"> {
  return name === undefined ? {} : { name };
}

export function placeOf({ container, user }: SlackPress): SlackPlace {
  if (container.type === "view") return { kind: "home", user: user.id };
  const { channel_id: channel, message_ts, thread_ts, is_ephemeral } = container;
  if (is_ephemeral) return { kind: "aside", channel, user: user.id, ...inThread(thread_ts) };
  const thread = isDm(channel) ? thread_ts : (thread_ts ?? message_ts);
  return { kind: "thread", channel, user: user.id, ...inThread(thread) };
}

function inThread(thread: string | undefined): { readonly thread?: string } {
  return thread === undefined ? {} : { thread };
}

/** The message shortcut: reference/interaction-payloads/shortcuts-interaction-payload. */
export const shortcutSchema = z.object({
  ...ids,
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({
    text: z.string().default(""),
    files: z.array(z.unknown()).default([]),
    thread_ts: z.string().optional(),
  }),
});

/** Somebody looks for an answer to somebody's message: shown to who looks. */
export function parseShortcut({
  team,
  user,
  trigger_id,
  channel,
  message,
}: z.infer<typeof shortcutSchema>): Incoming {
  return {
    ...fromPlace(team.id, {
      kind: "aside",
      channel: channel.id,
      user: user.id,
      ...inThread(message.thread_ts),
    }),
    id: `slack/${team.id}/shortcut/${trigger_id}`,
    addressed: true,
    input: { kind: "question", text: parseText(message.text), hasPicture: message.files.length > 0 },
  };
}

/** The App Home opened: events/app_home_opened. */
export const homeSchema = z.object({
  user: z.string(),
  tab: z.literal("home"),
  event_ts: z.string(),
  /** What stands there already. */
  view: z.unknown().optional(),
});

export function parseHome(team: string, { user, event_ts }: z.infer<typeof homeSchema>): Incoming {
  return {
    ...fromPlace(team, { kind: "home", user }),
    id: `slack/${team}/home/${user}/${event_ts}`,
    addressed: true,
    input: { kind: "open" },
  };
}

/** What a modal carries along: the form's token, where it was opened, and how that place is answered fastest. */
const modalMetadataSchema = z.object({
  token: z.string(),
  data: z.string(),
  url: z.string().exactOptional(),
});
export type ModalMetadata = Readonly<z.infer<typeof modalMetadataSchema>>;

export function writeModalMetadata(carried: ModalMetadata): string {
  return JSON.stringify(carried);
}

/** reference/interaction-payloads/view-interactions-payload */
export const submissionSchema = z.object({
  ...ids,
  trigger_id: z.string(),
  view: z.object({
    private_metadata: z.string().transform((text) => modalMetadataSchema.parse(JSON.parse(text))),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(z.string(), z.object({ value: z.string().nullish(), selected_option: option.nullish() })),
      ),
    }),
  }),
});
type Submission = z.infer<typeof submissionSchema>;

export function parseSubmission({ team, user, trigger_id, view }: Submission): Incoming {
  const { token, data } = view.private_metadata;
  return {
    ...fromPlace(team.id, { ...readPlace(data), user: user.id }),
    ...named(user.name),
    id: `slack/${team.id}/submit/${trigger_id}`,
    addressed: true,
    input: { kind: "submit", token, values: valuesOf(view) },
  };
}

function valuesOf({ state }: Submission["view"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(state.values).map(([field, inputs]) => {
      const input = inputs[fieldAction];
      return [field, input?.selected_option?.value ?? input?.value ?? ""];
    }),
  );
}
