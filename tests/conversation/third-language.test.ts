import { beforeEach, describe, expect, it } from "vitest";
import { lengthOf } from "../../src/answer/answer.ts";
import { wordsOf } from "../../src/answer/text.ts";
import { actions, isOfTeamSide, writeToken } from "../../src/answer/token.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { messagesOf } from "../../src/conversation/replies/entry-messages.ts";
import { newState, type State } from "../../src/conversation/state.ts";
import type { Responder, TurnResult } from "../../src/conversation/types.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { responderOf } from "../support/responder-of.ts";
import { trilingualPack } from "../support/spanish.ts";
import { writeFiles } from "../support/temporary.ts";

let knowledge: Knowledge;
let responder: Responder;
let converse: Responder["converse"];
beforeEach(() => {
  if (responder) return;
  knowledge = loadKnowledge(writeFiles(trilingualPack));
  responder = responderOf(knowledge);
  converse = responder.converse;
});

const address = { adapter: "terminal", data: "" };
const turn = {
  id: "e1",
  address,
  person: "ana",
  now: 0,
  addressed: true,
  place: "private",
  locale: "en",
} as const;
const ask = (text: string, state: State = newState): TurnResult =>
  converse(state, { ...turn, input: { kind: "question", text, hasPicture: false } });
const press = (
  token: string,
  more: { readonly chosen?: string; readonly state?: State } = {},
): TurnResult => {
  const { state = newState, ...known } = more;
  return converse(state, { ...turn, ...known, input: { kind: "press", token } });
};

function answerOf({ reply }: TurnResult) {
  if (reply.kind !== "answer") throw new Error(reply.kind);
  return reply.answer;
}
const localeOf = (step: TurnResult) => answerOf(step).locale;
const labelsOf = (step: TurnResult) => answerOf(step).buttons.map(({ label }) => label);
const tokensOf = (step: TurnResult) =>
  answerOf(step).buttons.map((button) => (button.kind === "press" ? button.token : "link"));
/** The title, or else the sentence. */
function heard(step: TurnResult): string {
  const { title, blocks } = answerOf(step);
  const [first] = blocks;
  return title ?? (first?.kind === "paragraph" ? wordsOf(first.text) : "");
}

describe("a language that came with two kinds of files", () => {
  it("stands beside the others", () => {
    expect(knowledge.languages).toEqual(["en", "es", "vi"]);
    expect([...knowledge.strings.keys()]).toEqual(["en", "es", "vi"]);
  });

  it("is answered in, with its own labels and a button for each other language", () => {
    const step = ask("no encuentro la llave");
    expect([localeOf(step), heard(step)]).toEqual(["es", "Perdí la llave"]);
    expect(labelsOf(step)).toEqual([
      "Resuelto",
      "Sigo sin poder entrar",
      "No es lo que quise decir",
      "Hablar con una persona",
      "English",
      "Tiếng Việt",
    ]);
    expect(tokensOf(step).slice(4)).toEqual(["1.language.lost-key.en", "1.language.lost-key.vi"]);
  });

  it("writes dates as it is used to", () => {
    const note = answerOf(ask("no encuentro la llave")).blocks.at(-1);
    expect(note?.kind === "note" && wordsOf(note.text)).toBe(
      "Fuente: A guide, revisado el 5 de enero de 2026",
    );
  });

  it("is kept to by what is typed in the place of its buttons", () => {
    const first = ask("no encuentro la llave");
    const stuck = ask("sigue igual", first.state);
    expect(heard(stuck)).toBe("Veamos qué más puede ser");
    const message = ask("mensaje a mi administrador", stuck.state);
    expect(heard(message)).toBe("Un mensaje para su administrador");
    expect(heard(ask("ya lo envie", message.state))).toBe("Bien. Pruebe otra vez cuando esté hecho.");
    expect(heard(ask("muchas gracias", first.state))).toBe("De nada. ¿Funcionó?");
    expect(heard(ask("ya funciona, gracias", first.state))).toBe("Me alegro. Aquí estoy.");
  });

  it("understands numbers, also in its own words", () => {
    const home = ask("qué temas hay");
    expect(heard(home)).toBe("¿De qué se trata?");
    for (const said of ["2", "segundo", "la segundo por favor", "una ventana"])
      expect(heard(ask(said, home.state))).toBe("La ventana no abre");
    expect(heard(ask("9", home.state))).toBe("Ese número no está. Elija:");
  });
});

describe("switching among three languages", () => {
  it.each([
    ["español por favor", "es", "Perdí la llave"],
    ["Spanish", "es", "Perdí la llave"],
    ["tiếng Việt", "vi", "Mất chìa khoá"],
    ["in English", "en", "I lost the key"],
  ])("%s chooses %s and shows the entry again", (text, locale, title) => {
    const step = ask(text, ask("i cannot find my key anywhere").state);
    expect([step.chosen, localeOf(step), heard(step)]).toEqual([locale, locale, title]);
  });

  it("a button does the same", () => {
    expect(press("1.language.lost-key.es")).toMatchObject({ chosen: "es" });
    expect(heard(press("1.language.stuck-window.es"))).toBe("La ventana no abre");
  });
});

describe("the administrator's message", () => {
  const codeOf = (step: TurnResult) =>
    answerOf(step).blocks.flatMap((block) => (block.kind === "code" ? [block.text] : []));

  it("is offered in each other language, named in the reader's", () => {
    expect(labelsOf(press("1.message.lost-key.es")).slice(1, 3)).toEqual([
      "El mensaje en inglés",
      "El mensaje en vietnamita",
    ]);
    expect(labelsOf(press("1.message.lost-key.vi")).slice(1, 3)).toEqual([
      "Xem bản tiếng Anh",
      "Xem bản Tiếng Tây Ban Nha",
    ]);
  });

  it("comes in the language of the button, in a reply in the reader's", () => {
    for (const [into, message] of [
      ["en", "My key is gone."],
      ["vi", "Em mất chìa khoá."],
    ]) {
      const step = press(`1.message-other.lost-key.es.${into}`);
      expect([localeOf(step), codeOf(step)]).toEqual(["es", [message]]);
    }
  });

  it("comes in another language from a button that names none, or one that is gone", () => {
    expect(codeOf(press("1.message-other.lost-key.vi"))).toEqual(["My key is gone."]);
    expect(codeOf(press("1.message-other.lost-key.vi.fr"))).toEqual(["My key is gone."]);
  });

  it("has its other side in each language too", () => {
    expect(tokensOf(press("1.administrator.lost-key.es"))).toEqual(
      expect.arrayContaining(["1.language.lost-key.en.admin", "1.language.lost-key.vi.admin"]),
    );
  });
});

describe("a button in a language that is no longer there", () => {
  const withoutHandover = actions.filter(
    (action) => !["remove", "reply", "relayed", "forward"].includes(action) && !isOfTeamSide(action),
  );

  it.each(withoutHandover)("works for %s, in the language of the place", (action) => {
    const step = press(writeToken({ action, entry: "lost-key", locale: "fr" }));
    if (step.reply.kind === "form") return expect(step.reply.form.locale).toBe("en");
    expect(localeOf(step)).toBe("en");
    expect(heard(step)).not.toMatch(/no longer/);
  });

  it("speaks what the person chose, or else what the conversation does", () => {
    expect(localeOf(press("1.show.lost-key.fr", { chosen: "vi" }))).toBe("vi");
    expect(localeOf(press("1.show.lost-key.fr", { state: { ...newState, locale: "es" } }))).toBe("es");
    expect(
      localeOf(press("1.show.lost-key.fr", { chosen: "de", state: { ...newState, locale: "pt" } })),
    ).toBe("en");
  });

  it("chooses nothing", () => {
    expect(press("1.language.lost-key.fr").chosen).toBeUndefined();
  });

  it("speaks the language of another region where there is one", () => {
    expect(localeOf(press("1.show.lost-key.es-MX"))).toBe("es");
  });
});

describe("the language of a text among three", () => {
  it.each([
    ["se me perdió la llave", "es"],
    ["no puedo abrir la ventana", "es"],
    ["la ventana esta atascada", "es"],
    ["mañana", "es"],
    ["tôi làm mất chìa khoá", "vi"],
    ["khong mo duoc cua so", "vi"],
    ["somebody stole the key of my door", "en"],
    ["my window will not open", "en"],
    ["ok", undefined],
    ["2", undefined],
    ["mfa", undefined],
  ])("%s: %s", (text, locale) => {
    expect(responder.detectLanguage(text)).toBe(locale);
  });
});

it("every message of every entry can be said in each of them", () => {
  for (const locale of knowledge.strings.keys()) {
    for (const message of knowledge.entries.flatMap((entry) =>
      messagesOf(createReplyContext(knowledge, locale), entry),
    )) {
      expect(lengthOf(message.blocks) + (message.title ?? "").length).toBeGreaterThan(0);
      expect(JSON.stringify(message)).not.toMatch(/\{(url|contact|date|language)\}/);
    }
  }
});
