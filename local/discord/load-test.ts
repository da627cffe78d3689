import { type LoadTimes, waitForChange } from "../shared/load-test.ts";
import type { Guild } from "./guild.ts";
import type { DiscordPerson } from "./people/person.ts";
import { flags } from "./state/flags.ts";
import type { GuildMessage } from "./state/model.ts";

interface LoadTestOptions {
  /** How many ask at once. The next wave starts when all of them are answered. */
  readonly people: number;
  /** Each is asked by a new person. */
  readonly questions: readonly string[];
  /** The command, and the option that takes the question. */
  readonly command: string;
  readonly option: string;
  /** Whether they also ask by direct message and mention, in turn. */
  readonly isEverywhere: boolean;
}

export type RunDiscordLoadTest = (options: LoadTestOptions) => Promise<LoadTimes>;

interface AnswerTimes {
  /** Interactions only. */
  readonly acknowledged?: number;
  readonly answered: number;
}

/** Then they go on in a new channel: a bot may say less where too much is asked at once. */
const questionsPerChannel = 200;

/** Lets people ask and measures the times. Removes the people and the answers afterwards. */
export function createLoadTest(guild: Guild): RunDiscordLoadTest {
  let channel = "";
  let leftInChannel = 0;
  let count = 0;
  const newPerson = () => {
    count += 1;
    return guild.person(`load-${count}`);
  };
  return async ({ people, questions, command, option, isEverywhere }) => {
    const byCommand: TimeQuestion = ({ person, text }) =>
      timeCommand(guild, () => person.types(channel, command, { [option]: text }));
    const byDirectMessage: TimeQuestion = ({ person, text }) =>
      timeMessage(
        guild,
        () => person.says(person.dm, text),
        () => true,
      );
    const byMention: TimeQuestion = ({ person, text }) =>
      timeMessage(guild, () => person.says(channel, `@${guild.botName} ${text}`), refersTo);
    const ways = isEverywhere ? [byCommand, byDirectMessage, byMention] : [byCommand];

    const askers = questions.map((text) => ({ text, person: newPerson() }));
    const times: (AnswerTimes | undefined)[] = [];
    for (let from = 0; from < askers.length; from += people) {
      if (leftInChannel < people) {
        channel = guild.channel(`load-${count + from}`);
        leftInChannel = questionsPerChannel;
      }
      leftInChannel -= people;
      const wave = askers.slice(from, from + people).map((asker, index) => {
        const ask = ways[(from + index) % ways.length] ?? byCommand;
        return ask(asker).catch(() => undefined);
      });
      times.push(...(await Promise.all(wave)));
    }
    guild.removePeople(askers.map(({ person }) => person));
    const answered = times.flatMap((one) => one ?? []);
    return {
      acknowledged: answered.flatMap(({ acknowledged }) => acknowledged ?? []),
      answered: answered.map((one) => one.answered),
      failed: times.length - answered.length,
    };
  };
}

type TimeQuestion = (asker: {
  readonly person: DiscordPerson;
  readonly text: string;
}) => Promise<AnswerTimes>;

/** The answer arrives with the acknowledgement, or later in place of "thinking". */
async function timeCommand(
  guild: Guild,
  act: () => ReturnType<DiscordPerson["types"]>,
): Promise<AnswerTimes> {
  const start = performance.now();
  const outcome = await act();
  const acknowledged = performance.now() - start;
  switch (outcome.kind) {
    case "replied":
      return { acknowledged, answered: acknowledged };
    case "thinking": {
      const { id, channel } = outcome.message;
      await waitForChange(
        guild,
        () => guild.data.messages[channel]?.some((one) => one.id === id && isComplete(one)) === true,
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

type IsAnswer = (message: GuildMessage, question: GuildMessage) => boolean;

const refersTo: IsAnswer = ({ reference }, { id }) => reference?.message === id;

/** The answer is a message of the app in the same channel. */
async function timeMessage(guild: Guild, ask: () => GuildMessage, isAnswer: IsAnswer): Promise<AnswerTimes> {
  const start = performance.now();
  const question = ask();
  const isMatch = (message: GuildMessage) =>
    message.author === guild.botUserId && isAnswer(message, question);
  await waitForChange(guild, () => guild.data.messages[question.channel]?.some(isMatch) === true);
  return { answered: performance.now() - start };
}

function isComplete(message: GuildMessage): boolean {
  return (message.flags & flags.loading) === 0;
}
