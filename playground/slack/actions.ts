import { z } from "zod";
import type { ActionTarget } from "../../local/slack/people/action-target.ts";
import type { SlackOutcome } from "../../local/slack/people/outcome.ts";
import type { SlackPerson } from "../../local/slack/people/person.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import { decodePictures, picturesSchema } from "../server/pictures.ts";

const channel = z.string();
const message = z.strictObject({ channel, ts: z.string() });
/** A message, or a modal or home by its view id. */
const target = z.union([message, z.strictObject({ view: z.string() })]);
const maxTextCharacters = 12_000;
const text = z.string().min(1).max(maxTextCharacters);

/** What a person can do in Slack. `element` is an action_id or block_id. */
export const slackActionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("says"),
    channel,
    /** Empty only beside pictures. */
    text: z.string().max(maxTextCharacters),
    thread: z.string().exactOptional(),
    pictures: picturesSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("types"), channel, command: text }),
  z.strictObject({ kind: z.literal("presses"), target, element: z.string() }),
  z.strictObject({ kind: z.literal("picks"), target, element: z.string(), option: z.string() }),
  z.strictObject({ kind: z.literal("enters"), target, element: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal("opensHome"), tab: z.enum(["home", "messages"]) }),
  z.strictObject({ kind: z.literal("usesShortcut"), callback: z.string(), message: message.exactOptional() }),
  z.strictObject({
    kind: z.literal("submits"),
    view: z.string(),
    filled: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.strictObject({ kind: z.literal("closes"), view: z.string() }),
  z.strictObject({ kind: z.literal("reloads") }),
]);

export type SlackAction = Readonly<z.infer<typeof slackActionSchema>>;

interface Actor {
  readonly workspace: Workspace;
  readonly person: SlackPerson;
}

/**
 * @returns what the platform shows in response, if anything
 * @throws if the action is no longer possible
 */
export async function performSlackAction(
  { workspace, person }: Actor,
  action: SlackAction,
): Promise<SlackOutcome | undefined> {
  const find = (wanted: z.infer<typeof target>) => findTarget({ workspace, person }, wanted);
  switch (action.kind) {
    case "says":
      say(person, action);
      return undefined;
    case "types":
      return person.types(action.channel, action.command);
    case "presses":
      return person.presses(find(action.target), action.element);
    case "picks":
      return person.picks(find(action.target), action.element, action.option);
    case "enters":
      return person.enters(find(action.target), action.element, action.text);
    case "opensHome":
      person.opensHome(action.tab);
      return undefined;
    case "usesShortcut":
      return person.usesShortcut(
        action.callback,
        action.message && findMessage({ workspace, person }, action.message),
      );
    case "submits":
      return person.submits(findView({ workspace, person }, action.view), action.filled);
    case "closes":
      return person.closes(findView({ workspace, person }, action.view));
    case "reloads":
      person.reloads();
      return undefined;
  }
}

function say(
  person: SlackPerson,
  { channel: to, text: words, thread, pictures = [] }: Extract<SlackAction, { kind: "says" }>,
): void {
  if (words === "" && pictures.length === 0) throw new Error("an empty message can't be sent");
  const files = decodePictures(pictures).map(({ name, type, content }) => ({
    name,
    mimetype: type,
    content,
  }));
  person.says(to, words, {
    ...(thread !== undefined && { thread }),
    ...(files.length > 0 && { files }),
  });
}

function findTarget(actor: Actor, wanted: z.infer<typeof target>): ActionTarget {
  return "view" in wanted ? findView(actor, wanted.view) : findMessage(actor, wanted);
}

function findMessage({ workspace, person }: Actor, wanted: z.infer<typeof message>) {
  const found = workspace.messagesSeenBy(person, wanted.channel).find(({ ts }) => ts === wanted.ts);
  if (!found) throw new Error("that message is no longer there");
  return found;
}

function findView({ workspace, person }: Actor, wanted: string) {
  const { modals, homes } = workspace.data;
  const home = homes[person.id];
  const open = [...(modals[person.id] ?? []), ...(home ? [home] : [])];
  const found = open.find(({ id }) => id === wanted);
  if (!found) throw new Error("that window is no longer open");
  return found;
}
