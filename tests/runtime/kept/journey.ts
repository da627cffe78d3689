import { writeToken } from "../../../src/answer/token.ts";
import type { Adapter } from "../../../src/platform/adapter.ts";
import type { Incoming, Input } from "../../../src/platform/incoming.ts";
import type { Outcome, Reply } from "../../../src/platform/outcome.ts";
import type { Assistant } from "../../../src/runtime/assistant.ts";
import type { Store } from "../../../src/store/store.ts";
import { startOurs } from "../../support/our-assistant.ts";

/** Somebody whose ids, name and words stand nowhere else. */
export const person = "chat/T77/UZQXW";
const name = "Quỳnh Zwölfer";
/** What must not be found anywhere once they are forgotten. */
export const traces = ["UZQXW", "Quỳnh", "Zwölfer", "zebrafish", "DZQXW", "okapi"];

const dm = { conversation: "chat/T77/DZQXW", place: "private" } as const;
export const inChannel = { conversation: "chat/T77/C01/1790.01", place: "channel" } as const;

const entry = "mfa-lost-or-broken";
export const press = (
  action: Parameters<typeof writeToken>[0]["action"],
  more: object = { entry },
): Input => ({
  kind: "press",
  token: writeToken({ action, locale: "en", ...more }),
});
export const words = (text: string): Input => ({ kind: "question", text, hasPicture: false });

interface World {
  readonly assistant: Assistant;
  /** Tokens of the buttons that the team was sent last. */
  readonly teamTokens: () => readonly string[];
  does(input: Input, where?: Partial<Incoming>): Promise<Reply>;
  /** Handles, and leaves the answer unsent. */
  begins(input: Input, where?: Partial<Incoming>): Promise<Outcome>;
}

interface WorldOptions {
  readonly store: Store;
  /** What a message to the team or from it waits for. */
  readonly whileSending?: () => Promise<void>;
}

/** An assistant with a team, on a store, and a person who does things. */
export function createWorld({ store, whileSending = async () => {} }: WorldOptions): World {
  let tokens: readonly string[] = [];
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async (_, answer) => {
      tokens = answer.buttons.flatMap((button) => (button.kind === "press" ? [button.token] : []));
      await whileSending();
      return { address: { adapter: "chat", data: "thread" }, conversation: "chat/T77/C0TEAM/1" };
    },
  };
  const assistant = startOurs({
    store,
    adapters: () => [chat],
    team: { adapter: "chat", channel: "C0TEAM" },
  });
  let count = 0;
  const begins: World["begins"] = (input, where = {}) => {
    count += 1;
    return assistant.handle({
      id: `chat/event/${count}`,
      address: { adapter: "chat", data: JSON.stringify({ channel: "DZQXW", user: "UZQXW" }) },
      person,
      name,
      addressed: true,
      input,
      ...dm,
      ...where,
    });
  };
  return {
    assistant,
    teamTokens: () => tokens,
    begins,
    does: async (input, where) => {
      const { reply, complete } = await begins(input, where);
      await complete(async () => {});
      return reply;
    },
  };
}

/** All that leaves something: a question, a choice of language, a case's form, a handover, words in a channel. */
export async function makeJourney({ does, begins }: World, store: Store): Promise<void> {
  await does(words("tiếng việt"));
  await does(words("i lost my phone with the mfa app zebrafish"));
  await does(press("show"));
  await does({
    kind: "submit",
    token: `+1.fill.${entry}.en`,
    values: { "mfa-device": "app", since: "okapi" },
  });
  await does(words("my mfa code is refused, the zebrafish is sad"), inChannel);
  await does(press("team"));
  await begins(words("one more thing about the okapi"), {
    conversation: "chat/T77/C01/1790.02",
    place: "channel",
  });
  await store.set("adapter/chat/direct/DZQXW", "1790.03");
  await store.set("adapter/chat/owner/1790.01", JSON.stringify({ user: "UZQXW" }));
}

export const forgetAll = press("forget-all", {});
export const textOf = (reply: Reply): string => JSON.stringify(reply);
