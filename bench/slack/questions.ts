import { renderAnswer } from "../../adapters/slack/rendering/render-answer.ts";
import { composeCore } from "../../src/app/compose.ts";
import { readCoreConfig } from "../../src/app/config.ts";
import { createLog } from "../../src/insight/log.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { ourPhrases } from "../our-phrases.ts";

/** A question and what Slack is sent as its answer. */
export type Asked = readonly [text: string, payload: object];

/**
 * Every phrase of our knowledge whose answer is one message, in random order, with what Signpost answers somebody who
 * asks it by the command.
 * @param dataFolder where what is learned is kept, for who learns the same
 */
export async function drawQuestions(dataFolder: string): Promise<readonly Asked[]> {
  const config = readCoreConfig({ DATA_DIR: dataFolder }, []);
  const { assistant } = await composeCore({
    config,
    store: createMemoryStore(Date.now),
    log: createLog("silent"),
    now: Date.now,
    notify: () => {},
  });
  const asked: Asked[] = [];
  for (const text of ourPhrases(config.KNOWLEDGE_DIR)) {
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
    asked.push([text, { ...message, response_type: "ephemeral", replace_original: false }]);
  }
  return asked;
}
