import { describe, expect, it } from "vitest";
import { pressButtons } from "../../src/answer/answer.ts";
import { readToken, shownKinds, writeToken } from "../../src/answer/token.ts";
import { nudge } from "../../src/conversation/nudge/nudge.ts";
import { newState, type State, stateSchema } from "../../src/conversation/state.ts";
import type { Turn, TurnResult } from "../../src/conversation/types.ts";
import { ourResponder } from "../support/our-knowledge.ts";

const anyTurn: Omit<Turn, "input"> = {
  id: "e1",
  address: { adapter: "terminal", data: "" },
  person: "ana",
  now: 0,
  addressed: true,
  place: "private",
  locale: "en",
};
const kept = {
  otherConversations: 0,
  hasQuestion: false,
  drafts: {},
  requests: [],
  taken: 0,
  unfinished: 0,
  notes: 0,
  days: 30,
};

interface Talk {
  readonly result: TurnResult;
  readonly drafts: Turn["drafts"];
  readonly handover: TurnResult["handover"];
}

/** Words, or a press on the button of a token, one after the other. */
function play(steps: readonly string[]): Talk {
  let talk: Talk | undefined;
  for (const step of steps) talk = next(talk, step);
  if (!talk) throw new Error("nothing was said");
  return talk;
}

function next(before: Talk | undefined, step: string): Talk {
  const { drafts, handover } = before ?? {};
  const input: Turn["input"] = /^\+?1\./.test(step)
    ? { kind: "press", token: step }
    : { kind: "question", text: step, hasPicture: false };
  const turn: Turn = {
    ...anyTurn,
    input,
    kept,
    teamName: "the platform team",
    team: { locale: "en", ...(handover && { handover }) },
    ...(drafts && { drafts }),
  };
  const result = ourResponder.converse(before?.result.state ?? newState, turn);
  return {
    result,
    drafts: result.drafts === undefined || result.drafts === "none" ? drafts : result.drafts,
    handover: result.handover ?? handover,
  };
}

function answerOf({ reply }: TurnResult) {
  if (reply.kind !== "answer") throw new Error(`no answer, but ${reply.kind}`);
  return reply.answer;
}

const root = "how do i reset the root user password of my account";

/** The ways to every screen, in English. */
const screens: Readonly<Record<string, readonly string[]>> = {
  "an answer": [root],
  "a choice": ["i lost my mfa phone"],
  "the front page": ["help"],
  "a greeting": ["hello"],
  "a decline": ["qwertz uiop lkjh"],
  "signs alone": ["???"],
  guesses: ["my yubikey is not recognised by chrome when i sign in to aws"],
  "other guesses": [root, "not what i meant"],
  "several troubles": ["my card was declined and i lost my phone"],
  "the next trouble": ["my card was declined and i lost my phone", "1", "solved"],
  "a trouble told by the way": [root, "and also my card was declined"],
  "a trouble that is let go": ["my card was declined and i lost my phone", "1", "solved", "no"],
  "all sources": [root, "1.sources.forgot-root-password.en"],
  "what else to check": [root, "still not working"],
  "the start of a case": [root, "still not working", "yes"],
  "the ways to a person": ["talk to a human"],
  "a person, about an entry": [root, "still not working", "no"],
  "the message to the administrator": ["i forgot my iam user password", "still not working", "yes"],
  "that message in another language": [
    "i forgot my iam user password",
    "1.message-other.forgot-iam-user-password.en.vi",
  ],
  "the administrator's steps": [
    "i forgot my iam user password",
    "1.administrator.forgot-iam-user-password.en",
  ],
  "a message that was sent": ["i forgot my iam user password", "1.sent.forgot-iam-user-password.en"],
  "ok to steps": [root, "ok"],
  "thanks for steps": [root, "thanks"],
  "no to topics": ["qwertz uiop lkjh", "no"],
  solved: [root, "solved"],
  about: ["are you a bot?"],
  sorry: [root, "you are useless"],
  "sorry again": [root, "you are useless", "wtf"],
  "what is kept": ["my data"],
  "what stays kept": ["my data", "no"],
  "a button that is no longer known": ["1.nothing"],
  "an entry that is gone": ["1.show.no-such-entry.en"],
};

describe("what is on the screen, in another language", () => {
  const cases = Object.entries(screens);

  it.each(cases)("%s: the language's button shows it again, and back", (_, steps) => {
    const shown = play(steps);
    const before = answerOf(shown.result);
    const languages = before.buttons.flatMap((one) => (one.kind === "press" ? [one.token] : []));
    const button = languages.find((token) => readToken(token)?.action === "language") ?? "";
    const inVietnamese = next(shown, button);
    expect(answerOf(inVietnamese.result).locale).toBe("vi");
    expect(inVietnamese.result.chosen).toBe("vi");
    expect(inVietnamese.result.facts).toEqual([]);
    expect(inVietnamese.result.effects).toEqual([{ kind: "language", locale: "vi" }]);
    const { screen, ...rest } = inVietnamese.result.state;
    expect(screen).toEqual(shown.result.state.screen);
    expect(meaningOf(inVietnamese.result.state)).toEqual(meaningOf(shown.result.state));
    expect(rest.entry).toBe(shown.result.state.entry);

    const back = next(inVietnamese, "English");
    const again = answerOf(back.result);
    expect(again.blocks).toEqual(before.blocks);
    expect(again.title).toBe(before.title);
    expect(back.result.state.asked).toBe(shown.result.state.asked);
    expect(back.result.state.fallback).toBe(shown.result.state.fallback);
  });

  it.each(cases)("%s: its last button is the language", (_, steps) => {
    const { buttons } = answerOf(play(steps).result);
    const last = pressButtons(buttons).at(-1);
    expect(readToken(last?.token ?? "")?.action).toBe("language");
  });

  it("a form's later step is offered again, with what was told so far kept", () => {
    const form = next(play([root, "still not working", "yes"]), "+1.fill.forgot-root-password.en");
    const state: State = {
      ...form.result.state,
      screen: { kind: "form", entry: "forgot-root-password", step: 2 },
    };
    const input = { kind: "question", text: "tiếng Việt", hasPicture: false } as const;
    const answer = answerOf(ourResponder.converse(state, { ...anyTurn, input }));
    expect(answer.locale).toBe("vi");
    expect(pressButtons(answer.buttons).map(({ token }) => token)).toContain(
      "+1.fill.forgot-root-password.vi.2",
    );
  });

  it("whether an answer helped is asked again, and a yes is still about it", () => {
    const { state } = play([root]).result;
    const asked = nudge(ourResponder.knowledge, state, {
      entry: "forgot-root-password",
      answeredAt: 0,
      now: 1,
      defaultLocale: "en",
    });
    const say = (text: string, before: State | undefined) =>
      ourResponder.converse(before ?? newState, {
        ...anyTurn,
        input: { kind: "question", text, hasPicture: false },
      });
    const again = say("tiếng Việt", asked?.state);
    expect(again.facts).toEqual([]);
    expect(answerOf(again).locale).toBe("vi");
    const actions = pressButtons(answerOf(again).buttons).map(({ token }) => readToken(token)?.action);
    expect(actions).toEqual(["solved", "stuck", "language"]);
    expect(say("yes", again.state).facts).toEqual([
      { kind: "solved", entry: "forgot-root-password", locale: expect.any(String) },
    ]);
  });

  it("an open form is on the screen", () => {
    const form = next(play([root, "still not working"]), "+1.fill.forgot-root-password.en");
    expect(form.result.reply.kind).toBe("form");
    expect(form.result.state.screen).toEqual({ kind: "form", entry: "forgot-root-password", step: 1 });
  });

  it("a button of a page of before shows that page, not the one that is on the screen", () => {
    const old = "1.language.forgot-root-password.vi.stuck";
    const later = next(play([root, "still not working", "lost the mfa device of my root user"]), old);
    expect(later.result.state.screen).toEqual({ kind: "stuck", entry: "forgot-root-password" });
    expect(later.result.state.progress).toBe("stuck");
    expect(later.result.facts).toEqual([]);
  });

  it.each([
    ["under an entry", "1.language.forgot-root-password.vi", "forgot-root-password"],
    ["under topics", "1.language.-.vi", "topics"],
    ["under guesses that nobody remembers", "1.language.-.vi.guesses", "topics"],
  ])("an old button %s opens what it always did", (_, token, entry) => {
    expect(play(["hello", "thanks", token]).result.facts).toEqual([
      { kind: "answered", entry, locale: "vi" },
    ]);
  });

  it("every kind of page can be read from its button, within the limit of a token", () => {
    for (const shown of shownKinds) {
      const token = writeToken({ action: "language", entry: "x".repeat(70), locale: "vi", shown });
      expect(readToken(token)?.shown).toBe(shown);
      if (!["several", "guesses", "keeping", "request"].includes(shown))
        expect(shown.length).toBeLessThanOrEqual(7);
    }
    expect(readToken("1.language.x.vi.nothing")).toBeUndefined();
    expect(readToken("1.show.x.vi.stuck")).toBeUndefined();
  });

  it("a state that names a page of tomorrow is read without it", () => {
    const read = stateSchema.parse({ offered: [], screen: { kind: "hologram" } });
    expect(read.screen).toBeUndefined();
    expect(read.waiting).toEqual([]);
  });
});

/** What the buttons do, whatever their labels and language. */
function meaningOf({ offered }: State): readonly string[] {
  return offered
    .flatMap(({ token }) => readToken(token) ?? [])
    .filter(({ action }) => action !== "language" && action !== "message-other")
    .map(({ action, entry }) => `${action} ${entry ?? ""}`);
}
