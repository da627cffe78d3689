import { renderAnswer } from "../../adapters/slack/rendering/render-answer.ts";
import { composeCore } from "../../src/app/compose.ts";
import { readCoreConfig } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { PreparedAnswer } from "../load/prepared-answer.ts";
import { shuffledPhrases } from "../shuffled-phrases.ts";

/**
 * Every phrase of our knowledge whose answer is a single message, in random order, with the payload that Signpost
 * answers it with when it is asked by command.
 * @param dataFolder where the learned model is stored
 */
export async function prepareAnswers(dataFolder: string): Promise<readonly PreparedAnswer[]> {
  const config = readCoreConfig({ DATA_DIR: dataFolder }, []);
  const { assistant } = await composeCore({
    config,
    store: createMemoryStore(Date.now),
    log: createLog("silent"),
    now: Date.now,
    notify: () => {},
  });
  const prepared: PreparedAnswer[] = [];
  for (const text of shuffledPhrases(config.KNOWLEDGE_DIR)) {
    const { reply } = await assistant.handle({
      id: text,
      address: { adapter: "bench", data: "" },
      conversation: text,
      person: text,
      addressed: true,
      place: "aside",
      input: { kind: "question", text, hasPicture: false },
    });
    const [message, ...more] = reply.kind === "answer" ? renderAnswer(reply.answer) : [];
    if (!message || more.length > 0) continue;
    prepared.push([text, { ...message, response_type: "ephemeral", replace_original: false }]);
  }
  return prepared;
}
