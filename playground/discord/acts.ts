import { z } from "zod";
import type { Guild } from "../../local/discord/guild.ts";
import type { DiscordOutcome } from "../../local/discord/people/outcome.ts";
import type { DiscordPerson } from "../../local/discord/people/person.ts";

const channel = z.string();
const message = z.strictObject({ channel, id: z.string() });
const text = z.string().min(1).max(4000);
const options = z.record(z.string(), z.string());

/** What a person can do on Discord's side of the page. Buttons, selects and fields are named by their custom_id. */
export const discordAct = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("says"), channel, text, replyTo: z.string().exactOptional() }),
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
  }),
  z.strictObject({ kind: z.literal("speaks"), locale: z.string() }),
  z.strictObject({ kind: z.literal("takesMessages"), isOpen: z.boolean() }),
  z.strictObject({ kind: z.literal("reloads") }),
]);

export type DiscordAct = Readonly<z.infer<typeof discordAct>>;

interface Actor {
  readonly guild: Guild;
  readonly person: DiscordPerson;
}

/** Does it; the outcome where the platform shows one. What can't be done throws. */
export async function actOnDiscord(actor: Actor, act: DiscordAct): Promise<DiscordOutcome | undefined> {
  const { person } = actor;
  switch (act.kind) {
    case "types":
      return person.types(act.channel, act.command, act.options);
    case "completes":
      return person.completes(act.channel, act.command, act);
    case "presses":
      return person.presses(findMessage(actor, act.message), act.button);
    case "picks":
      return person.picks(findMessage(actor, act.message), act.select, ...act.options);
    case "usesContextMenu":
      return person.usesContextMenu(act.command, findMessage(actor, act.message));
    case "submits":
      return submit(actor, act.filled);
    case "says":
    case "closesModal":
    case "posts":
    case "speaks":
    case "takesMessages":
    case "reloads":
      doAlone(actor, act);
      return undefined;
  }
}

type Alone = "says" | "closesModal" | "posts" | "speaks" | "takesMessages" | "reloads";

/** What the app is not asked about. */
function doAlone(actor: Actor, act: Extract<DiscordAct, { kind: Alone }>): void {
  const { person } = actor;
  switch (act.kind) {
    case "says": {
      const { channel: to, replyTo } = act;
      const writing =
        replyTo === undefined ? {} : { replyTo: findMessage(actor, { channel: to, id: replyTo }) };
      person.says(to, act.text, writing);
      return;
    }
    case "closesModal":
      person.closesModal();
      return;
    case "posts":
      person.posts(act.forum, act);
      return;
    case "speaks":
      person.speaks(act.locale);
      return;
    case "takesMessages":
      if (act.isOpen) person.opensDms();
      else person.closesDms();
      return;
    case "reloads":
      person.reloads();
      return;
  }
}

function submit({ guild, person }: Actor, filled: Extract<DiscordAct, { kind: "submits" }>["filled"]) {
  const modal = guild.modal(person);
  if (!modal) throw new Error("that window is no longer open");
  return person.submits(modal, filled);
}

function findMessage({ guild, person }: Actor, wanted: z.infer<typeof message>) {
  const found = guild.messagesSeenBy(person, wanted.channel).find(({ id }) => id === wanted.id);
  if (!found) throw new Error("that message is no longer there");
  return found;
}
