import type { Answer } from "../answer/answer.ts";
import type { TurnResult } from "../conversation/types.ts";
import type { Logger } from "../lib/logger.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { Incoming } from "../platform/incoming.ts";

/** Tells somebody who posted a secret what to do about it: with the reply where they alone read that, else apart. */
export type WarnAboutSecret = (step: TurnResult, incoming: Incoming, warning: Answer) => Promise<TurnResult>;

export function createSecretWarning({
  adapters,
  log,
}: {
  readonly adapters: () => readonly Adapter[];
  readonly log: Logger;
}): WarnAboutSecret {
  return async (step, { id, place, address }, warning) => {
    const { reply } = step;
    if (reply.kind === "answer" && (place !== "channel" || reply.audience !== "all"))
      return { ...step, reply: { ...reply, answer: before(warning, reply.answer) } };
    const adapter = adapters().find(({ name }) => name === address.adapter);
    const how = { audience: "asker", pointer: warning, key: `${id}/warning` } as const;
    await adapter?.deliver(address, warning, how).catch((error: unknown) => {
      log.error({ err: error, event: id }, "somebody who posted a secret could not be warned");
    });
    return step;
  };
}

function before(warning: Answer, answer: Answer): Answer {
  const { title, blocks } = answer;
  const heading = title === undefined ? [] : [{ kind: "section", title } as const];
  return {
    ...answer,
    ...(warning.title && { title: warning.title }),
    blocks: [...warning.blocks, ...heading, ...blocks],
  };
}
