import type { Answer, Block } from "../../src/answer/answer.ts";
import { type Span, strong } from "../../src/answer/text.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Outcome, Reply } from "../../src/platform/outcome.ts";
import { echo } from "./scripted-core.ts";

/** Adapters that each break one promise, made of one that keeps them all: the contract suite has to find each. */
type Break = (adapter: Adapter) => Adapter;

export const dropping: Break = (adapter) =>
  withOutcome(adapter, (outcome) => ({ ...outcome, complete: () => outcome.complete(async () => {}) }));

export const sayingTwice: Break = (adapter) =>
  withOutcome(adapter, (outcome, { address, id }) => ({
    ...outcome,
    complete: (send) =>
      outcome.complete(async () => {
        await send();
        const how = { audience: "all", key: `${id} again` } as const;
        if (outcome.reply.kind === "answer") await adapter.deliver(address, outcome.reply.answer, how);
      }),
  }));

export const renaming: Break = (adapter) => {
  let count = 0;
  return withCore(adapter, (core) => ({
    ...core,
    handle: (incoming) => {
      count += 1;
      return core.handle({ ...incoming, id: `${incoming.id} ${count}` });
    },
  }));
};

export const forgettingKeys: Break = (adapter) => {
  let count = 0;
  return {
    ...adapter,
    deliver: (address, answer, { audience, key }) => {
      count += 1;
      return adapter.deliver(address, answer, { audience, key: `${key} ${count}` });
    },
  };
};

export const leaking: Break = (adapter) => ({
  ...withOutcome(adapter, (outcome) => ({ ...outcome, reply: toAll(outcome.reply) })),
  deliver: (address, answer, { key }) => adapter.deliver(address, answer, { audience: "all", key }),
});

export const babbling: Break = (adapter) =>
  withOutcome(adapter, (outcome) => {
    if (outcome.reply.kind !== "silence") return outcome;
    return { ...outcome, reply: { kind: "answer", answer: echo("Hm."), audience: "all" } };
  });

export const unsettled: Break = (adapter) =>
  withOutcome(adapter, (outcome) => ({ ...outcome, complete: async (send) => void (await send()) }));

/** It knows the buttons of the messages that it sent itself since it started. */
export const forgetful: Break = (adapter) => {
  let hasSent = false;
  return withCore(adapter, (core) => ({
    ...core,
    handle: async (incoming) => {
      if (incoming.input.kind === "press" && !hasSent) return silence;
      hasSent = true;
      return core.handle(incoming);
    },
  }));
};

export const hasty: Break = (adapter) => ({
  ...adapter,
  stop: async () => void adapter.stop(),
});

export const formatting: Break = (adapter) => ({
  ...adapter,
  deliver: (address, answer, how) => adapter.deliver(address, toMarkdown(answer), how),
});

const silence: Outcome = {
  reply: { kind: "silence", because: "the button is not known" },
  effects: [],
  stored: true,
  complete: async (send) => void (await send()),
};

function withCore(adapter: Adapter, change: (core: Core) => Core): Adapter {
  return { ...adapter, start: (core) => adapter.start(change(core)) };
}

function withOutcome(adapter: Adapter, change: (outcome: Outcome, incoming: Incoming) => Outcome): Adapter {
  return withCore(adapter, (core) => ({
    ...core,
    handle: async (incoming) => change(await core.handle(incoming), incoming),
  }));
}

function toAll(reply: Reply): Reply {
  return reply.kind === "answer" ? { ...reply, audience: "all" } : reply;
}

function toMarkdown(answer: Answer): Answer {
  return { ...answer, blocks: answer.blocks.map(formatBlock) };
}

function formatBlock(block: Block): Block {
  return block.kind === "paragraph" ? { ...block, text: block.text.flatMap(formatSpan) } : block;
}

function formatSpan(span: Span): readonly Span[] {
  const parts = span.text.split(/\*+(.+?)\*+/);
  return parts.flatMap((text, index) => {
    if (text === "") return [];
    return index % 2 === 1 ? [strong(text)] : [{ ...span, text }];
  });
}
