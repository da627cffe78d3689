import { below, createRandom } from "../../bench/random.ts";
import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts } from "../../src/insight/record.ts";
import { createKeepUnanswered } from "../../src/insight/unanswered.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { type Assistant, createAssistant } from "../../src/runtime/assistant.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { SoakKnowledge } from "../knowledge.ts";
import { type CpuTimes, cpuMsOf, createCpuTimes } from "./cpu-times.ts";
import { faultsOfAnswer, findFaults, leadsNowhere } from "./find-faults.ts";
import { createInputGenerator, type InputGenerator, teamChannel } from "./generate-inputs.ts";

interface InputRunOptions {
  readonly knowledge: SoakKnowledge;
  readonly count: number;
  /** The same seed makes the same inputs. */
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

/** What came of the inputs. */
export interface InputRun {
  /** How many replies of each kind there were. */
  readonly replies: ReadonlyMap<string, number>;
  /** How many messages went to the team, or from it. */
  readonly posts: number;
  /** What went wrong, with the input. */
  readonly faults: readonly string[];
  readonly times: CpuTimes;
}

/** Sends generated inputs through a whole assistant with a team, one after the other. */
export async function runInputs(options: InputRunOptions): Promise<InputRun> {
  const { knowledge, count, seed, onProgress } = options;
  const random = createRandom(seed);
  const generator = createInputGenerator(knowledge, random);
  const replies = new Map<string, number>();
  const faults: string[] = [];
  const times = createCpuTimes();
  let now = Date.UTC(2026, 0, 1);
  const { assistant, takeProblems, countPosts } = startAssistant(knowledge, generator, () => now);

  for (let index = 0; index < count; index++) {
    now += nextStepMs(random);
    const incoming = generator.next();
    const { kinds, problems } = await answer(assistant, { incoming, generator, times, knowledge });
    for (const kind of kinds) replies.set(kind, (replies.get(kind) ?? 0) + 1);
    for (const problem of [...problems, ...takeProblems()])
      faults.push(`seed ${seed}, input ${index}: ${problem}: ${JSON.stringify(incoming).slice(0, 500)}`);
    if (times.isAmongWorst(incoming.id)) await repeat(assistant, incoming, times);
    onProgress?.(index + 1);
  }
  return { replies, posts: countPosts(), faults, times };
}

/** Mostly seconds, so that hardly anybody comes to their limit; now and then nothing, half a day or more than a week. */
function nextStepMs(random: () => number): number {
  const roll = random();
  if (roll < 0.1) return 0;
  if (roll > 0.9999) return 8 * 86_400_000;
  if (roll > 0.999) return 12 * 3_600_000;
  return below(2000, random);
}

/** The assistant with a team, in a chat that keeps nothing and refuses one message in a hundred. */
function startAssistant(knowledge: SoakKnowledge, generator: InputGenerator, now: () => number) {
  const problems: string[] = [];
  const log = createLog("error", {
    // A refused message is logged; all other errors are faults.
    write: (line) => void (line.includes(refusal) || problems.push(line.trim())),
  });
  const store = createMemoryStore(now);
  let posts = 0;
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async (address, answer) => {
      posts += 1;
      // In the team's thread there is nothing to press: its first message has the buttons.
      const isInThread = address.data.startsWith(`${teamChannel}/`);
      const faults = faultsOfAnswer(answer, knowledge.apologies);
      const counted = isInThread ? faults.filter((fault) => fault !== leadsNowhere) : faults;
      problems.push(...counted.map((fault) => `a post: ${fault}`));
      if (posts % 100 === 0) throw new Error(refusal);
      const conversation = `${teamChannel}/${posts}`;
      if (address.data === "team") generator.addThread(conversation);
      generator.learn({ kind: "answer", answer, audience: "all" });
      return { address: { adapter: "chat", data: conversation }, conversation };
    },
  };
  const assistant = createAssistant({
    responder: () => knowledge.responder,
    store,
    record: createRecordFacts({ log, store }),
    keepUnanswered: createKeepUnanswered({ log, store }),
    log,
    defaultLocale: "en",
    now,
    adapters: () => [chat],
    team: { adapter: "chat", channel: "team" },
  });
  return { assistant, takeProblems: () => problems.splice(0), countPosts: () => posts };
}

const refusal = "the chat refuses this message";

interface Answering {
  readonly incoming: Incoming;
  readonly generator: InputGenerator;
  readonly times: CpuTimes;
  readonly knowledge: SoakKnowledge;
}

async function answer(
  { handle }: Assistant,
  { incoming, generator, times, knowledge }: Answering,
): Promise<{ readonly kinds: readonly string[]; readonly problems: readonly string[] }> {
  try {
    const { result, cpuMs } = await cpuMsOf(async () => {
      const outcome = await handle(incoming);
      await outcome.complete(async () => {});
      return outcome;
    });
    times.add(incoming, cpuMs);
    const { reply } = result;
    generator.learn(reply);
    const kind = reply.kind === "silence" ? `silence (${reply.because})` : reply.kind;
    return { kinds: [kind], problems: findFaults(reply, incoming, knowledge.apologies) };
  } catch (error) {
    return { kinds: [], problems: [`rejected with ${String(error)}`] };
  }
}

/** Times a slow input three times more, from somebody new each time, so that what else the process did shows. */
async function repeat({ handle }: Assistant, incoming: Incoming, times: CpuTimes): Promise<void> {
  for (const time of [1, 2, 3]) {
    const again = {
      ...incoming,
      id: `${incoming.id}/again/${time}`,
      person: `${incoming.id}/${time}`,
      conversation: `${incoming.conversation}/${incoming.id}/${time}`,
    };
    const { cpuMs } = await cpuMsOf(async () => (await handle(again)).complete(async () => {}));
    times.addRepeat(incoming.id, cpuMs);
  }
}
