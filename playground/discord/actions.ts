import { z } from "zod";
import type { Guild } from "../../local/discord/guild.ts";
import type { DiscordOutcome } from "../../local/discord/people/outcome.ts";
import type { DiscordPerson } from "../../local/discord/people/person.ts";
import { decodePictures, picturesSchema } from "../server/pictures.ts";

const channel = z.string();
const message = z.strictObject({ channel, id: z.string() });
const maxTextCharacters = 4000;
const text = z.string().min(1).max(maxTextCharacters);
const options = z.record(z.string(), z.string());

/** What a person can do in Discord. Buttons, selects and fields are named by their custom_id. */
export const discordActionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("says"),
    channel,
    /** Empty only beside pictures. */
    text: z.string().max(maxTextCharacters),
    replyTo: z.string().exactOptional(),
    pictures: picturesSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("types"), channel, command: z.string(), options }),
  z.strictObject({
    kind: z.literal("completes"),
    channel,
    command: z.string(),
    option: z.string(),
    value: z.string(),
  }),
  z.strictObject({ kind: z.literal("presses"), message, button: z.string() }),
  z.strictObject({ kind: z.literal("picks"), message, select: z.string(), options: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("usesContextMenu"), message, command: z.string() }),
  z.strictObject({
    kind: z.literal("submits"),
    filled: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])),
  }),
  z.strictObject({ kind: z.literal("closesModal") }),
  z.strictObject({
    kind: z.literal("posts"),
    forum: z.string(),
    title: text,
    text,
    tags: z.array(z.string()),
    pictures: picturesSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("speaks"), locale: z.string() }),
  z.strictObject({ kind: z.literal("takesMessages"), isOpen: z.boolean() }),
  z.strictObject({ kind: z.literal("reloads") }),
]);

export type DiscordAction = Readonly<z.infer<typeof discordActionSchema>>;

interface Actor {
  readonly guild: Guild;
  readonly person: DiscordPerson;
}

/**
 * @returns what the platform shows in response, if anything
 * @throws if the action is no longer possible
 */
export async function performDiscordAction(
  actor: Actor,
  action: DiscordAction,
): Promise<DiscordOutcome | undefined> {
  const { person } = actor;
  switch (action.kind) {
    case "types":
      return person.types(action.channel, action.command, action.options);
    case "completes":
      return person.completes(action.channel, action.command, action);
    case "presses":
      return person.presses(findMessage(actor, action.message), action.button);
    case "picks":
      return person.picks(findMessage(actor, action.message), action.select, ...action.options);
    case "usesContextMenu":
      return person.usesContextMenu(action.command, findMessage(actor, action.message));
    case "submits":
      return submit(actor, action.filled);
    case "says":
    case "closesModal":
    case "posts":
    case "speaks":
    case "takesMessages":
    case "reloads":
      performLocalAction(actor, action);
      return undefined;
  }
}

type LocalActionKind = "says" | "closesModal" | "posts" | "speaks" | "takesMessages" | "reloads";

/** Actions that send the app no interaction. */
function performLocalAction(actor: Actor, action: Extract<DiscordAction, { kind: LocalActionKind }>): void {
  const { person } = actor;
  switch (action.kind) {
    case "says":
      say(actor, action);
      return;
    case "closesModal":
      person.closesModal();
      return;
    case "posts":
      person.posts(action.forum, {
        title: action.title,
        text: action.text,
        tags: action.tags,
        attachments: toAttachments(action.pictures),
      });
      return;
    case "speaks":
      person.speaks(action.locale);
      return;
    case "takesMessages":
      if (action.isOpen) person.opensDms();
      else person.closesDms();
      return;
    case "reloads":
      person.reloads();
      return;
  }
}

function say(actor: Actor, action: Extract<DiscordAction, { kind: "says" }>): void {
  const { channel: to, text: words, replyTo, pictures } = action;
  const attachments = toAttachments(pictures);
  if (words === "" && attachments.length === 0) throw new Error("an empty message can't be sent");
  actor.person.says(to, words, {
    attachments,
    ...(replyTo !== undefined && { replyTo: findMessage(actor, { channel: to, id: replyTo }) }),
  });
}

function toAttachments(pictures: z.infer<typeof picturesSchema> = []) {
  return decodePictures(pictures).map(({ name, type, content }) => ({
    filename: name,
    contentType: type,
    content,
  }));
}

function submit({ guild, person }: Actor, filled: Extract<DiscordAction, { kind: "submits" }>["filled"]) {
  const modal = guild.modal(person);
  if (!modal) throw new Error("that window is no longer open");
  return person.submits(modal, filled);
}

function findMessage({ guild, person }: Actor, wanted: z.infer<typeof message>) {
  const found = guild.messagesSeenBy(person, wanted.channel).find(({ id }) => id === wanted.id);
  if (!found) throw new Error("that message is no longer there");
  return found;
}
