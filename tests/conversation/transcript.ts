import type { Answer, Button } from "../../src/answer/answer.ts";
import type { Fact } from "../../src/answer/fact.ts";
import type { Form } from "../../src/answer/form.ts";
import type { Locale } from "../../src/answer/locale.ts";
import { wordsOf } from "../../src/answer/text.ts";
import { readToken } from "../../src/answer/token.ts";
import type { Drafts } from "../../src/cases/draft.ts";
import type { Handover } from "../../src/cases/handover.ts";
import type { Kept } from "../../src/conversation/kept.ts";
import { newState, type State } from "../../src/conversation/state.ts";
import type { Converse, Turn, TurnResult } from "../../src/conversation/types.ts";
import { stringsOf } from "../../src/knowledge/knowledge.ts";
import type { Input } from "../../src/platform/incoming.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

/**
 * Plays a dialogue again and writes down what came of it. In a transcript, `> text` is what somebody types
 * (`> lan: text` in a channel, `>> ` when the bot is not addressed), `* action entry` a button they press,
 * `* "raw"` a press with that token, `= field: value; field: value` what is sent in the form that is open, and the
 * lines that begin with `bot` are what this function writes: what was said, of which entry, in which language, with
 * which buttons. `team: yes` in it means that there is a team to hand over to.
 */
export function playTranscript(converse: Converse, transcript: string): string {
  const place = /^place: channel$/m.test(transcript) ? "channel" : "private";
  const memory: Memory = {
    states: new Map(),
    chosen: new Map(),
    buttons: [],
    turns: 0,
    owner: undefined,
    form: undefined,
    drafts: new Map(),
    hasTeam: /^team: yes$/m.test(transcript),
    handover: undefined,
    isForgotten: false,
  };
  return transcript
    .split("\n")
    .filter((line) => !/^(bot|effect) /.test(line))
    .flatMap((line) => {
      const said = readLine(line, memory);
      if (!said) return [line];
      const step = converseKnowing(converse, said, place, memory);
      remember(memory, said.person, step);
      return [line, ...describe(step)];
    })
    .join("\n");
}

/** Lets the bot answer, and answer again if it wants to know what is kept. */
function converseKnowing(converse: Converse, said: Said, place: Turn["place"], memory: Memory): TurnResult {
  const state = memory.states.get(said.person) ?? newState;
  const turn = toTurn(said, place, memory);
  const step = converse(state, turn);
  return step.needsKept ? converse(state, { ...turn, kept: keptIn(memory, said.person) }) : step;
}

function keptIn({ chosen, drafts, handover }: Memory, person: string): Kept {
  const choice = chosen.get(person);
  return {
    otherConversations: 0,
    hasQuestion: false,
    ...(choice && { chosen: choice }),
    drafts: drafts.get(person) ?? {},
    requests: handover?.person === person ? [handover] : [],
    taken: 0,
    unfinished: 0,
    notes: 0,
    days: 30,
  };
}

function forget(memory: Memory, person: string): void {
  for (const kept of [memory.states, memory.chosen, memory.drafts]) kept.delete(person);
  if (memory.owner === person) memory.owner = undefined;
  if (memory.handover?.person !== person) return;
  memory.handover = undefined;
  memory.isForgotten = true;
}

function remember(memory: Memory, person: string, step: TurnResult): void {
  const { state, chosen, drafts, handover, reply, post, forgets } = step;
  memory.turns += 1;
  if (forgets) {
    if (reply.kind === "answer") memory.buttons.push(...reply.answer.buttons);
    forget(memory, person);
    return;
  }
  memory.states.set(person, state);
  if (chosen) memory.chosen.set(person, chosen);
  if (drafts) memory.drafts.set(person, drafts === "none" ? undefined : drafts);
  const thread = { address: { adapter: "terminal", data: "team" }, conversation: "team" };
  if (handover) memory.handover = { thread, ...handover };
  if (post) memory.buttons.push(...post.content.answer.buttons);
  if (reply.kind === "form" || reply.kind === "invalid") memory.form = reply.form;
  if (reply.kind !== "answer") return;
  memory.owner ??= person;
  memory.buttons.push(...reply.answer.buttons, ...(reply.pointer?.buttons ?? []));
}

interface Memory {
  /** Turns so far, one a second. */
  turns: number;
  readonly states: Map<string, State>;
  owner: string | undefined;
  readonly chosen: Map<string, Locale>;
  /** Every button shown so far: none of them dies. */
  readonly buttons: Button[];
  /** The form that was opened last. */
  form: Form | undefined;
  readonly drafts: Map<string, Drafts | undefined>;
  readonly hasTeam: boolean;
  handover: Handover | undefined;
  /** Whether the handover was forgotten. */
  isForgotten: boolean;
}

interface Said {
  readonly person: string;
  readonly addressed: boolean;
  readonly input: Input;
}

function toTurn({ person, addressed, input }: Said, place: Turn["place"], memory: Memory): Turn {
  const { chosen, owner, handover, isForgotten, hasTeam } = memory;
  const choice = chosen.get(person);
  const drafts = memory.drafts.get(person);
  const isTeamSide = person === teamMember;
  const team = {
    locale: "en",
    ...(handover && { handover }),
    ...(isForgotten && !handover && ({ isForgotten } as const)),
    ...(isTeamSide && ({ isTeamSide } as const)),
  };
  const known = {
    ...(owner !== undefined && { owner }),
    ...(choice && { chosen: choice }),
    ...(drafts && { drafts }),
    ...(hasTeam && { team }),
  };
  return {
    id: `turn ${person} ${JSON.stringify(input)}`,
    address: { adapter: "terminal", data: person },
    person,
    addressed,
    input,
    place,
    mode: "questions",
    now: memory.turns * secondMs,
    locale: "en",
    ...known,
  };
}

const secondMs = 1000;

/** In a transcript, whoever is called so writes in the team's thread. */
const teamMember = "team";

function readLine(line: string, { buttons, form }: Memory): Said | undefined {
  const [, , by = "you", filled] = /^= ?((\w+): (?=\S+:))?(.*)$/.exec(line) ?? [];
  if (filled !== undefined) {
    if (!form) throw new Error("no form is open");
    return {
      person: by,
      addressed: true,
      input: { kind: "submit", token: form.token, values: readValues(form, filled) },
    };
  }
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

/** What is sent of a form: what stands in it, and what is written over that. */
function readValues({ fields }: Form, filled: string): Readonly<Record<string, string>> {
  const written = filled.split(";").flatMap((part) => {
    const [id = "", value = ""] = part.split(":").map((half) => half.trim());
    return id === "" ? [] : [[id, value] as const];
  });
  const unknown = written.find(([id]) => !fields.some((field) => field.id === id));
  if (unknown)
    throw new Error(`the form has no field ${unknown[0]}: ${fields.map(({ id }) => id).join(", ")}`);
  return {
    ...Object.fromEntries(fields.map(({ id, value = "" }) => [id, value])),
    ...Object.fromEntries(written),
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
  return token ? [token.action, token.entry ?? "", token.locale].filter(Boolean).join(" ") : "?";
}

function describe(step: TurnResult): readonly string[] {
  const { post, note } = step;
  const lines = [
    ...describeReply(step),
    ...(note ? [`bot also tells the team's thread in ${note.answer.locale}: ${labelsOf(note.answer)}`] : []),
  ];
  if (!post) return lines;
  const { answer } = post.content;
  const whom = post.to === "team" ? "the team" : "them directly";
  const said = post.content.audience === "direct" || post.to === "team" ? whom : "the team's thread";
  return [...lines, `bot tells ${said} in ${answer.locale}: ${labelsOf(answer)}`];
}

function labelsOf({ buttons }: Answer): string {
  return `[${buttons.map((button) => nameOf(button).split(" ")[0]).join(", ")}]`;
}

function describeReply({ reply, effects, facts, state }: TurnResult): readonly string[] {
  if (reply.kind === "silence") return ["bot keeps quiet"];
  if (reply.kind === "form") return [`bot opens a form: ${reply.form.fields.map(({ id }) => id).join(", ")}`];
  if (reply.kind === "invalid") return [`bot wants corrected: ${Object.keys(reply.errors).join(", ")}`];
  if (reply.kind !== "answer") return [`bot ${reply.kind}`];
  const { answer, audience } = reply;
  const buttons = [...new Set(answer.buttons.map((button) => nameOf(button).split(" ")[0]))].join(", ");
  const whom = { all: "", asker: " to them alone", direct: " directly" }[audience];
  return [
    `bot ${answer.locale}${whom}: ${subjectOf(answer, facts) || screenOf(state)} [${buttons}]`,
    ...(reply.pointer && audience === "direct"
      ? [`bot points there: [${reply.pointer.buttons.map(nameOf).join(", ")}]`]
      : []),
    ...effects.flatMap((effect) => (effect.kind === "mark" ? [`effect ${effect.as}`] : [])),
  ];
}

/** What is on the screen, where no sentence and no fact tells it: what is shown again, and names of troubles. */
function screenOf({ screen }: State): string {
  if (!screen) return "?";
  const { kind, ...about } = screen;
  return [`(${kind})`, ...Object.values(about).flat()].join(" ");
}

/** The entry that was spoken of, or else the sentence, by its name in the wording. */
function subjectOf(answer: Answer, facts: readonly Fact[]): string {
  const [first] = answer.blocks;
  const words = [answer.title, first?.kind === "paragraph" ? wordsOf(first.text) : undefined];
  const wording = stringsOf(ourKnowledge, answer.locale);
  const ofKept = Object.entries(wording.kept).map(([name, said]) => [`kept.${name}`, said]);
  const ofTalk = Object.entries(wording.talk).map(([name, said]) => [`talk.${name}`, said]);
  const sentence = Object.entries({
    ...wording,
    ...wording.team,
    ...Object.fromEntries([...ofKept, ...ofTalk]),
  }).find(
    ([, said]) =>
      typeof said === "string" && words.some((spoken) => spoken === said || spoken?.startsWith(`${said}: `)),
  )?.[0];
  const told = facts
    .filter(({ kind }) => kind !== "asked" && kind !== "declined")
    .map((fact) =>
      [
        fact.kind,
        ...("entry" in fact ? [fact.entry] : []),
        ...("part" in fact ? [fact.part] : []),
        ...("entries" in fact ? fact.entries : []),
      ].join(" "),
    );
  return [...(sentence ? [sentence] : []), ...told].join(", ");
}
