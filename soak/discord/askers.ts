import type { Guild } from "../../local/discord/guild.ts";
import type { DiscordOutcome } from "../../local/discord/people/outcome.ts";
import type { DiscordPerson } from "../../local/discord/people/person.ts";
import type { GuildMessage, OpenModal } from "../../local/discord/state/model.ts";
import type { Asker, PlannedQuestion } from "../platform.ts";
import { botMessagesTo, countAnswers, customIdsOf, plainTextOf } from "./bot-messages.ts";
import type { DiscordFault } from "./fault.ts";
import type { Outages } from "./outages.ts";
import type { DiscordRound } from "./round-context.ts";

/** Ways that arrive as a message event, not as an interaction: Discord shows no failure. */
const messageWays: readonly string[] = ["dm", "known dm", "mention", "help", "post"];

/** A person with one question, alone in a channel or forum. */
interface DiscordMember extends PlannedQuestion {
  readonly person: DiscordPerson;
  readonly channel: string;
  /** The earlier answer whose button is pressed, for ways that press one. */
  readonly pressed: GuildMessage | undefined;
}

export interface AskerOptions {
  readonly round: DiscordRound;
  readonly fault: DiscordFault;
  readonly outages: Outages;
  /** Channel ids by the asker's name. */
  readonly channels: ReadonlyMap<string, string>;
}

/** Prepares a person to ask. For ways that press a button, the person first gets an answer that has one. */
export async function prepareAsker(
  { round, fault, outages, channels }: AskerOptions,
  question: PlannedQuestion,
): Promise<Asker> {
  const { guild } = round;
  const person = guild.person(question.name);
  const channel = channels.get(question.name) ?? "";
  const member = {
    ...question,
    person,
    channel,
    pressed: await firstAnswer(guild, { ...question, person, channel }),
  };
  const before = new Set(botMessagesTo(guild, person, channel).map(({ id }) => id));
  const isMessage = messageWays.includes(question.way);
  let askedAt = 0;
  let hadNoSession = false;
  const excuseLostMessage = () =>
    fault.mayLoseMessages ?? (question.way === "dm" && hadNoSession ? unknownDm : undefined);
  return {
    ask: async () => {
      askedAt = Date.now();
      hadNoSession = outages.hasNoSession();
      fault.beforeAsking?.(round, person);
      const outcome = await ask(guild, member);
      return outcome?.kind === "failed" ? "failed" : "taken";
    },
    countAnswers: () => {
      const fresh = botMessagesTo(guild, person, channel).filter(({ id }) => !before.has(id));
      return countAnswers(fresh) + (isReplaced(guild, member) ? 1 : 0);
    },
    hasSeen: (text) =>
      botMessagesTo(guild, person, channel).some((message) => plainTextOf(message).includes(text)),
    excuse: (kind) => {
      if (isMessage) return kind === "lost" ? excuseLostMessage() : undefined;
      if (!outages.wasKilled(askedAt)) return undefined;
      if (kind === "doubled") return unverifiable;
      return outages.hadStored(`discord/${person.id}`) ? undefined : notStored;
    },
  };
}

const unknownDm = "no session at the time, and Discord lists no direct messages of somebody new";
const notStored = "killed before it was stored, or down at the time";
const unverifiable = "killed before the answer was confirmed, and a private answer can't be looked up";

type UnpreparedMember = Omit<DiscordMember, "pressed">;

async function firstAnswer(guild: Guild, member: UnpreparedMember): Promise<GuildMessage | undefined> {
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
    case "known dm":
      person.says(person.dm, text);
      break;
    default:
      return undefined;
  }
  const isAnswer = (message: GuildMessage) => customIdsOf(message).length > 0;
  return guild.until(() => botMessagesTo(guild, person, channel).find(isAnswer), 20_000);
}

/** Asks. Returns what the person sees at once, for interactions. */
async function ask(guild: Guild, member: DiscordMember): Promise<DiscordOutcome | undefined> {
  const { way, text, person, channel, pressed } = member;
  switch (way) {
    case "mention":
      person.says(channel, `@${guild.botName} ${text}`);
      return undefined;
    case "dm":
    case "known dm":
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
      return pressed && person.presses(pressed, answerButton(currentMessage(guild, member) ?? pressed));
  }
}

/** The first character of a button token that opens a form (src/answer/token.ts). */
const formTokenPrefix = "+";

async function submitForm(
  person: DiscordPerson,
  { pressed, text }: { readonly pressed: GuildMessage; readonly text: string },
): Promise<DiscordOutcome> {
  const button = customIdsOf(pressed).find((id) => id.startsWith(formTokenPrefix));
  if (button === undefined) throw new Error("the answer to a command offers no form");
  const outcome = await person.presses(pressed, button);
  // Counts as a failure: the person is told that the form could not be opened, and tries again.
  if (outcome.kind !== "modal") return { kind: "failed", shown: "no form" };
  return person.submits(outcome.modal, { [firstField(outcome.modal)]: text });
}

function firstField({ body: { components } }: OpenModal): string {
  const fields = components.flatMap((one) => (one.type === 18 ? [one.component.custom_id] : []));
  const [first] = fields;
  if (first === undefined) throw new Error("the form has nothing to fill in");
  return first;
}

/** The custom_id of the first button that is answered with a message. */
function answerButton(message: GuildMessage): string {
  const found = customIdsOf(message).find((id) => !id.startsWith(formTokenPrefix));
  if (found === undefined) throw new Error("the answer has no button to press");
  return found;
}

function currentMessage(guild: Guild, { person, channel, pressed }: DiscordMember): GuildMessage | undefined {
  return botMessagesTo(guild, person, channel).find(({ id }) => id === pressed?.id);
}

/** Whether a press on a private message was answered by editing that message. */
function isReplaced(guild: Guild, member: DiscordMember): boolean {
  const { way, pressed } = member;
  const message = currentMessage(guild, member);
  return way === "private press" && !!pressed && !!message && plainTextOf(message) !== plainTextOf(pressed);
}
