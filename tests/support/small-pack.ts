import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts } from "../../src/insight/record.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { type Assistant, createAssistant } from "../../src/runtime/assistant.ts";
import type { RuntimeOptions } from "../../src/runtime/runtime-options.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { responderOf } from "./responder-of.ts";
import { draftEntry, writeFiles } from "./temporary.ts";

/** Two answers and the choice between them: enough for a conversation, and learned in no time. */
export const smallPack = {
  ...draftEntry("lost-key", {
    yaml: "kind: answer\nescalate: { to: link, url: https://example.com/key }",
    title: "I lost the key",
    phrases: [
      "the key of my door is lost",
      "cannot find my key anywhere",
      "somebody stole the key",
      "new key please",
    ],
    body: "Keys turn up.\n\n1. Look under the **mat**.\n2. Ask [the caretaker](https://example.com/caretaker).\n\n## Still stuck\nLook once more.\n",
  }),
  ...draftEntry("stuck-window", {
    title: "The window does not open",
    phrases: [
      "my window is stuck",
      "window will not open",
      "the glass is jammed in its frame",
      "cannot open a window",
    ],
  }),
  ...draftEntry("home", {
    yaml: "kind: choice\noptions: [lost-key, stuck-window]",
    title: "What is it about?",
    phrases: ["what can you do", "help", "menu", "show the topics"],
    front: "options:\n  lost-key: A key\n  stuck-window: A window\n",
  }),
  "pack.yaml": "home: home\n",
};

/** The core over the small pack, on a store that ends with the test unless one is given. */
export function startSmallPack(
  store: Store = createMemoryStore(Date.now),
  others: Pick<RuntimeOptions, "adapters" | "unreacted"> & { readonly now?: () => number } = {},
): Assistant {
  const knowledge = loadKnowledge(writeFiles(smallPack), { languages: ["en"] });
  const responder = responderOf(knowledge);
  const log = createLog("silent");
  const record = createRecordFacts({ log, store });
  return createAssistant({
    responder: () => responder,
    store,
    record,
    log,
    defaultLocale: "en",
    now: Date.now,
    ...others,
  });
}
