import { type LoadTimes, seen } from "../shared/load-test.ts";
import type { Person } from "./people/person.ts";
import type { Workspace } from "./workspace.ts";

/** What is typed, each command with its text: "/aws-help lost phone". */
interface LoadOrder {
  /** How many type at once; the next so many follow when all of these are answered. */
  readonly people: number;
  readonly commands: readonly string[];
}

export type Load = (order: LoadOrder) => Promise<LoadTimes>;

interface Member {
  readonly person: Person;
  /** A channel of their own, where nothing but their answers is. */
  readonly channel: string;
}

/** Lets people type slash commands and takes the times; what they were answered is forgotten afterwards. */
export function createLoad(workspace: Workspace): Load {
  const crowd: Member[] = [];
  return async ({ people, commands }) => {
    while (crowd.length < people) {
      const person = workspace.person(`load-${crowd.length}`);
      crowd.push({ person, channel: workspace.channel(person.name, { members: [person] }) });
    }
    const taken: (Timed | undefined)[] = [];
    for (let from = 0; from < commands.length; from += people) {
      const wave = commands.slice(from, from + people).flatMap((command, place) => {
        const member = crowd[place];
        return member ? [timeOf(workspace, member, command)] : [];
      });
      taken.push(...(await Promise.all(wave)));
    }
    for (const { person } of crowd.slice(0, people)) person.reloads();
    const timed = taken.flatMap((one) => one ?? []);
    return {
      acknowledged: timed.map(({ acknowledged }) => acknowledged),
      answered: timed.map(({ answered }) => answered),
      failed: taken.length - timed.length,
    };
  };
}

interface Timed {
  readonly acknowledged: number;
  readonly answered: number;
}

async function timeOf(
  workspace: Workspace,
  { person, channel }: Member,
  command: string,
): Promise<Timed | undefined> {
  const count = () => workspace.data.messages[channel]?.length ?? 0;
  const before = count();
  const start = performance.now();
  const answer = seen(workspace, () => count() > before).then(() => performance.now() - start);
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
