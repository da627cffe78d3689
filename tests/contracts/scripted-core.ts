import type { Answer } from "../../src/answer/answer.ts";
import { code, plain, strong } from "../../src/answer/text.ts";
import type { Converse } from "../../src/conversation/types.ts";
import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts } from "../../src/insight/record.ts";
import type { Core } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Reply } from "../../src/platform/outcome.ts";
import { createAssistant } from "../../src/runtime/assistant.ts";
import { leaseMs } from "../../src/runtime/events/claims.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { responderOf } from "../support/responder-of.ts";
import { answerWith, knowing } from "../support/small-entries.ts";
import { startSmallPack } from "../support/small-pack.ts";

/** The real core, with a conversation that says back what it is told, and our words around it. */
export interface ScriptedCore extends Core {
  /** What reached it. */
  readonly heard: readonly Incoming[];
  /** From now on nothing is answered until `release`. */
  hold(): void;
  release(): void;
  /** The events that were answered and not brought to rest. */
  unsettled(): Promise<readonly string[]>;
}

/** What makes it answer for the asker alone, and what makes it say nothing. */
export const privately = "between the two of us";
export const quietly = "say nothing";

export function createScriptedCore(): ScriptedCore {
  let ahead = 0;
  let gate = Promise.resolve();
  let release = () => {};
  const heard: Incoming[] = [];
  const store = createMemoryStore(() => Date.now() + ahead);
  const knowledge = knowing([answerWith("key", ["my key is lost"])]);
  const responder = { ...responderOf(knowledge), converse: sayBack };
  const log = createLog("silent");
  const assistant = createAssistant({
    responder: () => responder,
    store,
    record: createRecordFacts({ log, store }),
    log,
    defaultLocale: "en",
    now: Date.now,
  });
  const { surface, languages } = startSmallPack();
  return {
    ...assistant,
    surface,
    languages,
    heard,
    handle: async (incoming, options) => {
      heard.push(incoming);
      await gate;
      return assistant.handle(incoming, options);
    },
    hold: () => {
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    unsettled: async () => {
      ahead += leaseMs;
      return (await store.unfinished()).map(({ id }) => id);
    },
  };
}

const sayBack: Converse = (state, { input }) => {
  const said = input.kind === "question" ? input.text : `${input.kind}ed`;
  return { state, reply: toReply(said), effects: [], facts: [] };
};

function toReply(said: string): Reply {
  if (said.includes(quietly)) return { kind: "silence", because: "it was asked for" };
  const answer = echo(said);
  return { kind: "answer", answer, audience: said.includes(privately) ? "asker" : "all" };
}

/** Somebody's words in every place where an answer may hold them. */
export function echo(said: string): Answer {
  return {
    locale: "en",
    title: said,
    blocks: [
      { kind: "paragraph", text: [plain(said), plain(" | "), strong(said), plain(" | "), code(said)] },
      { kind: "section", title: said },
      { kind: "list", items: [[plain(said)]] },
      { kind: "steps", steps: [[{ kind: "paragraph", text: [plain(said)] }]] },
      { kind: "note", tone: "notice", text: [plain(said)] },
      { kind: "code", text: said },
      { kind: "fields", fields: [{ label: "Words", value: said }] },
      { kind: "note", tone: "footnote", text: [plain(said)] },
    ],
    buttons: [{ kind: "press", label: "Go on", token: "1.go-on" }],
  };
}
/** How often `echo` says it. */
export const echoes = 11;
