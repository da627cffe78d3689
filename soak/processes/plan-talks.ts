import { createRandom, shuffled } from "../../bench/random.ts";
import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts } from "../../src/insight/record.ts";
import { createAssistant } from "../../src/runtime/assistant.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { SoakKnowledge } from "../knowledge.ts";

/** What one person writes, and the title of the answer to each message, in order. */
export interface PlannedTalk {
  readonly texts: readonly string[];
  readonly titles: readonly string[];
}

const messagesInTalk = 3;

/** Endless talks whose answers can be told from each other, as one process answers them, each time in another order. */
export async function* planTalks(knowledge: SoakKnowledge, seed: number): AsyncGenerator<PlannedTalk> {
  const random = createRandom(seed);
  const store = createMemoryStore(Date.now);
  const log = createLog("silent");
  const assistant = createAssistant({
    ...{ store, log, now: Date.now, defaultLocale: "en" },
    responder: () => knowledge.responder,
    record: createRecordFacts({ log, store }),
  });
  for (let talk = 0; ; talk++) {
    const texts = shuffled(knowledge.phrases, random).slice(0, messagesInTalk);
    const titles: string[] = [];
    for (const [index, text] of texts.entries()) {
      const { reply, complete } = await assistant.handle({
        id: `plan/${talk}/${index}`,
        address: { adapter: "plan", data: "" },
        conversation: `plan/${talk}`,
        person: `plan/person-${talk}`,
        addressed: true,
        place: "private",
        input: { kind: "question", text, hasPicture: false },
      });
      await complete(async () => {});
      titles.push(reply.kind === "answer" ? (reply.answer.title ?? "") : "");
    }
    if (canBeToldApart(titles)) yield { texts, titles };
  }
}

function canBeToldApart(titles: readonly string[]): boolean {
  return titles.every(
    (title, index) =>
      title !== "" && titles.every((other, place) => place === index || !other.includes(title)),
  );
}
