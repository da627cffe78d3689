import { type LoadTimes, waitForChange } from "../shared/load-test.ts";
import type { SlackPerson } from "./people/person.ts";
import type { Workspace } from "./workspace.ts";

interface LoadTestOptions {
  /** How many type at once. The next wave starts when all of them are answered. */
  readonly people: number;
  /** Each with its text: "/aws-help lost phone". */
  readonly commands: readonly string[];
}

export type RunSlackLoadTest = (options: LoadTestOptions) => Promise<LoadTimes>;

interface LoadTestUser {
  readonly person: SlackPerson;
  /** A channel of their own, with nothing in it but their answers. */
  readonly channel: string;
  commandsLeft: number;
}

/** Then somebody new takes over: a bot may slow down who asks without end. */
const commandsPerPerson = 20;

/** Lets people type slash commands and measures the times. Removes the answers afterwards. */
export function createLoadTest(workspace: Workspace): RunSlackLoadTest {
  const users: LoadTestUser[] = [];
  let count = 0;
  const newUser = (): LoadTestUser => {
    const person = workspace.person(`load-${count}`);
    count += 1;
    return {
      person,
      channel: workspace.channel(person.name, { members: [person] }),
      commandsLeft: commandsPerPerson,
    };
  };
  /** A user at this place among those who type at once. */
  const nextUser = (place: number): LoadTestUser => {
    const before = users[place];
    if (before && before.commandsLeft > 0) {
      before.commandsLeft -= 1;
      return before;
    }
    before?.person.reloads();
    const user = newUser();
    user.commandsLeft -= 1;
    users[place] = user;
    return user;
  };
  return async ({ people, commands }) => {
    const times: (AnswerTimes | undefined)[] = [];
    for (let from = 0; from < commands.length; from += people) {
      const asked = commands.slice(from, from + people);
      const wave = asked.map((command, place) => ({ command, user: nextUser(place) }));
      const timed = wave.map(({ command, user }) => timeCommand(workspace, user, command));
      times.push(...(await Promise.all(timed)));
    }
    for (const { person } of users.slice(0, people)) person.reloads();
    const answered = times.flatMap((one) => one ?? []);
    return {
      acknowledged: answered.map(({ acknowledged }) => acknowledged),
      answered: answered.map((one) => one.answered),
      failed: times.length - answered.length,
    };
  };
}

interface AnswerTimes {
  readonly acknowledged: number;
  readonly answered: number;
}

async function timeCommand(
  workspace: Workspace,
  { person, channel }: LoadTestUser,
  command: string,
): Promise<AnswerTimes | undefined> {
  const count = () => workspace.data.messages[channel]?.length ?? 0;
  const before = count();
  const start = performance.now();
  const answer = waitForChange(workspace, () => count() > before).then(() => performance.now() - start);
  const acknowledgement = person.types(channel, command).then(({ kind }) => {
    if (kind !== "acknowledged") throw new Error(kind);
    return performance.now() - start;
  });
  try {
    const [acknowledged, answered] = await Promise.all([acknowledgement, answer]);
    return { acknowledged, answered };
  } catch {
    return undefined;
  }
}
