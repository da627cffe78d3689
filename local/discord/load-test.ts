import { type LoadTimes, seen } from "../shared/load-test.ts";
import type { Guild } from "./guild.ts";
import type { Person } from "./people/person.ts";
import { flags } from "./state/flags.ts";
import type { Message } from "./state/model.ts";

interface LoadOrder {
  /** How many ask at once; the next so many follow when all of these are answered. */
  readonly people: number;
  /** Each is asked by somebody new. */
  readonly questions: readonly string[];
  /** The command that takes a question, and its option. */
  readonly command: string;
  readonly option: string;
  /** Whether they ask by direct messages and mentions too, in turn with the command. */
  readonly isEverywhere: boolean;
}

export type Load = (order: LoadOrder) => Promise<LoadTimes>;

interface Timed {
  /** A message is not acknowledged. */
  readonly acknowledged?: number;
  readonly answered: number;
}

/** Lets people ask and takes the times; they and what they were answered are forgotten afterwards. */
export function createLoad(guild: Guild): Load {
  let place: string | undefined;
  let known = 0;
  const newcomer = () => {
    known += 1;
    return guild.person(`load-${known}`);
  };
  return async ({ people, questions, command, option, isEverywhere }) => {
    place ??= guild.channel("load");
    const channel = place;
    const byCommand: Ask = ({ person, text }) =>
      timeOf(guild, () => person.types(channel, command, { [option]: text }));
    const byDirectMessage: Ask = ({ person, text }) =>
      timeOfMessage(
        guild,
        () => person.says(person.dm, text),
        () => true,
      );
    const byMention: Ask = ({ person, text }) =>
      timeOfMessage(guild, () => person.says(channel, `@${guild.botName} ${text}`), refersTo);
    const ways = isEverywhere ? [byCommand, byDirectMessage, byMention] : [byCommand];

    const crowd = questions.map((text) => ({ text, person: newcomer() }));
    const taken: (Timed | undefined)[] = [];
    for (let from = 0; from < crowd.length; from += people) {
      const wave = crowd.slice(from, from + people).map((asker, place) => {
        const ask = ways[(from + place) % ways.length] ?? byCommand;
        return ask(asker).catch(() => undefined);
      });
      taken.push(...(await Promise.all(wave)));
    }
    guild.forget(crowd.map(({ person }) => person));
    const timed = taken.flatMap((one) => one ?? []);
    return {
      acknowledged: timed.flatMap(({ acknowledged }) => acknowledged ?? []),
      answered: timed.map(({ answered }) => answered),
      failed: taken.length - timed.length,
    };
  };
}

type Ask = (asker: { readonly person: Person; readonly text: string }) => Promise<Timed>;

/** The answer may come with the acknowledgement, or later in place of "thinking". */
async function timeOf(guild: Guild, act: () => ReturnType<Person["types"]>): Promise<Timed> {
  const start = performance.now();
  const outcome = await act();
  const acknowledged = performance.now() - start;
  switch (outcome.kind) {
    case "replied":
      return { acknowledged, answered: acknowledged };
    case "thinking": {
      const { id, channel } = outcome.message;
      await seen(
        guild,
        () => guild.data.messages[channel]?.some((one) => one.id === id && isSaid(one)) === true,
      );
      return { acknowledged, answered: performance.now() - start };
    }
    case "acknowledged":
    case "updated":
    case "modal":
    case "choices":
    case "failed":
    case "incomplete":
      throw new Error(outcome.kind);
  }
}

type IsAnswer = (message: Message, question: Message) => boolean;

const refersTo: IsAnswer = ({ reference }, { id }) => reference?.message === id;

/** The answer is a message of the app's in the same place. */
async function timeOfMessage(guild: Guild, say: () => Message, isAnswer: IsAnswer): Promise<Timed> {
  const start = performance.now();
  const question = say();
  const isThere = (message: Message) => message.author === guild.botUserId && isAnswer(message, question);
  await seen(guild, () => guild.data.messages[question.channel]?.some(isThere) === true);
  return { answered: performance.now() - start };
}

function isSaid(message: Message): boolean {
  return (message.flags & flags.loading) === 0;
}
