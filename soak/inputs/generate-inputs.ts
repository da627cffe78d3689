import { below, type Random } from "../../bench/random.ts";
import type { Form } from "../../src/answer/form.ts";
import type { Incoming, Input } from "../../src/platform/incoming.ts";
import type { Outcome } from "../../src/platform/outcome.ts";
import type { SoakKnowledge } from "../knowledge.ts";
import { createTexts } from "./texts.ts";
import { createTokens } from "./tokens.ts";
import { createValues } from "./values.ts";

/** Generates events of a small world: some people and helpers in direct messages, channels and the team's threads. */
export interface InputGenerator {
  next(): Incoming;
  /** Learns what was shown, so that its buttons are pressed and its forms submitted. */
  learn(shown: Outcome["reply"]): void;
  /** Learns of a thread that the bot began. */
  addThread(conversation: string): void;
}

/** Where the team's threads are. */
export const teamChannel = "chat/team";

const people = ["lan", "minh", "ana", "bo", "tina", "tom", "eve", "kim"];
/** Forms and threads that are remembered. */
const maxRemembered = 50;

export function createInputGenerator(
  { phrases, responder: { knowledge } }: SoakKnowledge,
  random: Random,
): InputGenerator {
  const nextText = createTexts(phrases, random);
  const tokens = createTokens(knowledge, random);
  const nextValues = createValues(nextText, random);
  const forms: Form[] = [];
  const threads: string[] = [];
  let count = 0;
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length, random)];
  const remember = <T>(list: T[], item: T) => {
    if (list.length < maxRemembered) list.push(item);
    else list[below(maxRemembered, random)] = item;
  };

  const nextInput = (): Input => {
    const roll = random();
    if (roll < 0.5) return { kind: "question", text: nextText(), hasPicture: random() < 0.05 };
    if (roll < 0.78) return { kind: "press", token: tokens.next() };
    if (roll > 0.97) return { kind: "open" };
    const form = random() < 0.85 ? pick(forms) : undefined;
    return { kind: "submit", token: form?.token ?? tokens.next(), values: nextValues(form) };
  };

  return {
    next: () => {
      count += 1;
      const person = pick(people) ?? "";
      const input = nextInput();
      return {
        id: `e${count}`,
        person,
        input,
        addressed: input.kind !== "question" || random() < 0.8,
        ...(random() < 0.7 && { name: random() < 0.8 ? person : nextText() }),
        ...(random() < 0.5 && { locale: pick(["en", "vi", "en-GB", "fr", "", "vi-VN", "x"]) ?? "" }),
        ...whereOf(person, pick(threads), random),
      };
    },
    learn: (reply) => {
      if (reply.kind === "form" || reply.kind === "invalid") {
        remember(forms, reply.form);
        tokens.add(reply.form.token);
      }
      if (reply.kind !== "answer") return;
      const buttons = [reply.answer, reply.pointer].flatMap((answer) => answer?.buttons ?? []);
      for (const button of buttons) if (button.kind === "press") tokens.add(button.token);
    },
    addThread: (conversation) => remember(threads, conversation),
  };
}

type Where = Pick<Incoming, "address" | "conversation" | "channel" | "place" | "mode" | "begunBy">;

/** Where something happens; in a channel, whether unasked and who began. */
function whereOf(person: string, thread: string | undefined, random: Random): Where {
  const at = (conversation: string) => ({ address: { adapter: "chat", data: conversation }, conversation });
  const roll = random();
  if (roll < 0.5) return { ...at(`chat/dm/${person}`), place: "private" };
  const channel = `chat/c${below(3, random)}`;
  if (roll < 0.65) return { ...at(`${channel}/command/${person}`), channel, place: "aside" };
  if (roll < 0.75 && thread !== undefined) return { ...at(thread), channel: teamChannel, place: "channel" };
  const modes = ["mentions", "questions", "all"] as const;
  const mode = modes[below(6, random)];
  return {
    ...at(`${channel}/${below(20, random)}`),
    channel,
    place: "channel",
    ...(mode && { mode }),
    ...(random() < 0.3 && { begunBy: people[below(people.length, random)] ?? "" }),
  };
}
