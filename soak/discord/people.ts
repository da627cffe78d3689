import type { Guild } from "../../local/discord/guild.ts";
import type { Outcome } from "../../local/discord/people/outcome.ts";
import type { Person } from "../../local/discord/people/person.ts";
import type { Message, Modal } from "../../local/discord/state/model.ts";
import type { Asker, PlannedQuestion } from "../stage.ts";
import { buttonsOf, countAnswers, saidTo, wordsOf } from "./answers.ts";
import type { DiscordFault } from "./faults.ts";
import type { Outages } from "./outages.ts";
import type { Scene } from "./scene.ts";

/** `help` and `post`: in a help channel or forum, without a word to the bot. */
export const ways = ["command", "dm", "mention", "help", "post", "press", "private press", "form"] as const;
/** What is an event and no interaction: nobody is told that it failed. */
const messages: readonly string[] = ["dm", "mention", "help", "post"];

/** Somebody with one question, in a channel or forum where nobody else asks. */
interface Member extends PlannedQuestion {
  readonly person: Person;
  readonly channel: string;
  /** What holds the button, where one is pressed. */
  readonly pressed: Message | undefined;
}

export interface Street {
  readonly scene: Scene;
  readonly fault: DiscordFault;
  readonly outages: Outages;
  /** Their channels, by the names of those who ask there. */
  readonly channels: ReadonlyMap<string, string>;
}

/** Gets somebody ready to ask; who is to press a button has asked before, and been answered. */
export async function prepare(
  { scene, fault, outages, channels }: Street,
  wanted: PlannedQuestion,
): Promise<Asker> {
  const { guild } = scene;
  const person = guild.person(wanted.name);
  const channel = channels.get(wanted.name) ?? "";
  const member = {
    ...wanted,
    person,
    channel,
    pressed: await firstAnswer(guild, { ...wanted, person, channel }),
  };
  const before = new Set(saidTo(guild, person, channel).map(({ id }) => id));
  const isMessage = messages.includes(wanted.way);
  let askedAt = 0;
  let wasDeaf = false;
  return {
    ask: async () => {
      askedAt = Date.now();
      wasDeaf = outages.isDeaf();
      fault.beforeAsking?.(scene, person);
      const outcome = await ask(guild, member);
      return outcome?.kind === "failed" ? "failed" : "taken";
    },
    answers: () => {
      const fresh = saidTo(guild, person, channel).filter(({ id }) => !before.has(id));
      return countAnswers(fresh) + (isReplaced(guild, member) ? 1 : 0);
    },
    hasSeen: (words) => saidTo(guild, person, channel).some((message) => wordsOf(message).includes(words)),
    excuse: (kind) => {
      const wasKilled = outages.wasKilled(askedAt);
      if (kind === "doubled") return wasKilled && !isMessage ? unseen : undefined;
      if (isMessage && wasDeaf) return "Discord tells nobody of it later that there was no session";
      return wasKilled && !outages.hadStored(`discord/${person.id}`) ? unstored : undefined;
    },
  };
}

const unstored = "killed before it was stored, or not there";
const unseen = "killed before it was known that the answer arrived, which nobody can look up";

type Ready = Omit<Member, "pressed">;

async function firstAnswer(guild: Guild, member: Ready): Promise<Message | undefined> {
  const { way, text, person, channel } = member;
  switch (way) {
    case "press":
      person.says(channel, `@${guild.botName} ${text}`);
      break;
    case "private press":
      await person.types(channel, "aws-help", { question: text });
      break;
    case "form":
      await person.types(channel, "aws-help");
      break;
    default:
      return undefined;
  }
  const isAnswer = (message: Message) => buttonsOf(message).length > 0;
  return guild.until(() => saidTo(guild, person, channel).find(isAnswer), 20_000);
}

/** Asks; what came of it at once, where Discord tells. */
async function ask(guild: Guild, member: Member): Promise<Outcome | undefined> {
  const { way, text, person, channel, pressed } = member;
  switch (way) {
    case "mention":
      person.says(channel, `@${guild.botName} ${text}`);
      return undefined;
    case "dm":
      person.says(person.dm, text);
      return undefined;
    case "help":
      person.says(channel, text);
      return undefined;
    case "post":
      person.posts(channel, { title: text.slice(0, 100), text });
      return undefined;
    case "command":
      return person.types(channel, "aws-help", { question: text });
    case "form":
      return pressed && submitForm(person, { pressed, text });
    default:
      return pressed && person.presses(pressed, answering(now(guild, member) ?? pressed));
  }
}

/** What begins a button's token that opens a form (src/answer/token.ts). */
const opensForm = "+";

async function submitForm(
  person: Person,
  { pressed, text }: { readonly pressed: Message; readonly text: string },
): Promise<Outcome> {
  const button = buttonsOf(pressed).find((id) => id.startsWith(opensForm));
  if (button === undefined) throw new Error("the answer to a command offers no form");
  const outcome = await person.presses(pressed, button);
  // Who is told that the form could not be opened tries again.
  if (outcome.kind !== "modal") return { kind: "failed", shown: "no form" };
  return person.submits(outcome.modal, { [firstField(outcome.modal)]: text });
}

function firstField({ body: { components } }: Modal): string {
  const fields = components.flatMap((one) => (one.type === 18 ? [one.component.custom_id] : []));
  const [first] = fields;
  if (first === undefined) throw new Error("the form has nothing to fill in");
  return first;
}

/** The first button whose press is answered in words. */
function answering(message: Message): string {
  const found = buttonsOf(message).find((id) => !id.startsWith(opensForm));
  if (found === undefined) throw new Error("the answer has no button to press");
  return found;
}

function now(guild: Guild, { person, channel, pressed }: Member): Message | undefined {
  return saidTo(guild, person, channel).find(({ id }) => id === pressed?.id);
}

/** A press on a private message may be answered in its place: it is the same message, with other words. */
function isReplaced(guild: Guild, member: Member): boolean {
  const { way, pressed } = member;
  const message = now(guild, member);
  return way === "private press" && !!pressed && !!message && wordsOf(message) !== wordsOf(pressed);
}
