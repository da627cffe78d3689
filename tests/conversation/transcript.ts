import type { Answer, Button } from "../../src/answer/answer.ts";
import type { Fact } from "../../src/answer/fact.ts";
import type { Locale } from "../../src/answer/locale.ts";
import { wordsOf } from "../../src/answer/text.ts";
import { readToken } from "../../src/answer/token.ts";
import type { Converse } from "../../src/conversation/converse.ts";
import { newState, type State } from "../../src/conversation/state.ts";
import type { Step, Turn } from "../../src/conversation/step.ts";
import { wordingOf } from "../../src/knowledge/knowledge.ts";
import type { Input } from "../../src/platform.ts";
import { ourKnowledge } from "../our-mind.ts";

/**
 * Plays a dialogue again and writes down what came of it. In a transcript, `> text` is what somebody types
 * (`> lan: text` in a channel, `>> ` when the bot is not addressed), `* action entry` a button they press,
 * `* "raw"` a press with that token, and the lines that begin with `bot` are what this function writes:
 * what was said, of which entry, in which language, with which buttons.
 */
export function playTranscript(converse: Converse, transcript: string): string {
  const place = /^place: channel$/m.test(transcript) ? "channel" : "private";
  const memory: Memory = { states: new Map(), chosen: new Map(), buttons: [], owner: undefined };
  return transcript
    .split("\n")
    .filter((line) => !/^(bot|effect) /.test(line))
    .flatMap((line) => {
      const said = readLine(line, memory.buttons);
      if (!said) return [line];
      const step = converse(memory.states.get(said.person) ?? newState, toTurn(said, place, memory));
      memory.states.set(said.person, step.state);
      if (step.chosen) memory.chosen.set(said.person, step.chosen);
      if (step.reply.kind !== "answer") return [line, ...describe(step)];
      memory.owner ??= said.person;
      memory.buttons.push(...step.reply.answer.buttons);
      return [line, ...describe(step)];
    })
    .join("\n");
}

interface Memory {
  readonly states: Map<string, State>;
  owner: string | undefined;
  readonly chosen: Map<string, Locale>;
  /** Every button shown so far: none of them dies. */
  readonly buttons: Button[];
}

interface Said {
  readonly person: string;
  readonly addressed: boolean;
  readonly input: Input;
}

function toTurn({ person, addressed, input }: Said, place: Turn["place"], { chosen, owner }: Memory): Turn {
  const choice = chosen.get(person);
  const known = { ...(owner !== undefined && { owner }), ...(choice && { chosen: choice }) };
  return {
    id: `turn ${person} ${JSON.stringify(input)}`,
    address: { adapter: "terminal", data: person },
    person,
    addressed,
    input,
    place,
    mode: "questions",
    now: 0,
    locale: "en",
    ...known,
  };
}

function readLine(line: string, buttons: readonly Button[]): Said | undefined {
  const [, mark, , name = "you", rest = ""] = /^(>>?|\*) ((\w+): )?(.*)$/.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const text = rest.replaceAll("<picture>", "").trim();
  if (mark === "*")
    return { person: name, addressed: true, input: { kind: "press", token: tokenFor(rest, buttons) } };
  return {
    person: name,
    addressed: mark === ">",
    input: { kind: "question", text, hasPicture: rest.includes("<picture>") },
  };
}

/** The token of the button that a transcript names; it has to have been shown to be pressed. */
function tokenFor(named: string, buttons: readonly Button[]): string {
  const raw = /^"(.*)"$/.exec(named)?.[1];
  if (raw !== undefined) return raw;
  const button = buttons.find((candidate) => nameOf(candidate) === named);
  if (button?.kind === "press") return button.token;
  throw new Error(`there is no button "${named}" among: ${buttons.map(nameOf).join(", ")}`);
}

function nameOf(button: Button): string {
  if (button.kind === "link") return "link";
  const token = readToken(button.token);
  return token ? [token.action, token.entry, token.locale].filter(Boolean).join(" ") : "?";
}

function describe({ reply, effects, facts }: Step): readonly string[] {
  if (reply.kind === "silence") return ["bot keeps quiet"];
  if (reply.kind !== "answer") return [`bot ${reply.kind}`];
  const { answer, audience } = reply;
  const buttons = [...new Set(answer.buttons.map((button) => nameOf(button).split(" ")[0]))].join(", ");
  const whom = audience === "asker" ? " to them alone" : "";
  return [
    `bot ${answer.locale}${whom}: ${subjectOf(answer, facts)} [${buttons}]`,
    ...effects.map(({ as }) => `effect ${as}`),
  ];
}

/** The entry that was spoken of, or else the sentence, by its name in the wording. */
function subjectOf(answer: Answer, facts: readonly Fact[]): string {
  const [first] = answer.blocks;
  const words = [answer.title, first?.kind === "paragraph" ? wordsOf(first.text) : undefined];
  const sentence = Object.entries(wordingOf(ourKnowledge, answer.locale)).find(
    ([, said]) =>
      typeof said === "string" && words.some((spoken) => spoken === said || spoken?.startsWith(`${said}: `)),
  )?.[0];
  const told = facts
    .filter(({ kind }) => kind !== "asked" && kind !== "declined")
    .map((fact) =>
      [fact.kind, ...("entry" in fact ? [fact.entry] : []), ...("entries" in fact ? fact.entries : [])].join(
        " ",
      ),
    );
  return [...(sentence ? [sentence] : []), ...told].join(", ");
}
