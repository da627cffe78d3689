import { describe, expect, it } from "vitest";
import { type Answer, lengthOf } from "../../../src/answer/answer.ts";
import { fill } from "../../../src/answer/text.ts";
import { writeToken } from "../../../src/answer/token.ts";
import { maxHandovers, maxRelayedCharacters, maxUnanswered } from "../../../src/cases/team-limits.ts";
import { stringsOf } from "../../../src/knowledge/knowledge.ts";
import type { Adapter } from "../../../src/platform/adapter.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { rates } from "../../../src/runtime/limits/rates.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { heard, minute, noon } from "../../support/small-assistant.ts";

const { limits, team } = stringsOf(ourKnowledge, "en");
const hour = 60 * minute;
const topics = ourKnowledge.entries.filter(({ kind }) => kind === "answer").map(({ id }) => id);

/** A team in a chat, and people in direct messages; each acts two seconds after what happened before. */
function openTeam() {
  const clock = { now: noon };
  const posts: { readonly to: string; readonly answer: Answer }[] = [];
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async ({ data }, answer) => {
      posts.push({ to: data, answer });
      const conversation = data === "team" ? `thread-${posts.length}` : data;
      return { address: { adapter: "chat", data: conversation }, conversation };
    },
  };
  const store = createMemoryStore(() => clock.now);
  const start = () =>
    startOurs({
      store,
      adapters: () => [chat],
      team: { adapter: "chat", channel: "team" },
      now: () => clock.now,
    });
  let core = start();
  let count = 0;
  const act = async (person: string, conversation: string, input: Incoming["input"]) => {
    count += 1;
    clock.now += 2000;
    const address = { adapter: "chat", data: conversation };
    const event = {
      id: `e${count}`,
      address,
      conversation,
      person,
      name: person,
      input,
      addressed: true,
    } as const;
    const outcome = await core.handle({
      ...event,
      place: conversation.startsWith("thread") ? "channel" : "private",
    });
    await outcome.complete(async () => {});
    return heard(outcome);
  };
  const handOver = (entry: string, person = "minh") =>
    act(person, person, { kind: "press", token: writeToken({ action: "team", entry, locale: "en" }) });
  const tokenTo = (action: "reply" | "close" | "close-now") => {
    const tokens = posts.flatMap(({ answer }) =>
      answer.buttons.map((one) => (one.kind === "press" ? one.token : "")),
    );
    return (tokens.find((token) => token.includes(".take.")) ?? "").replace("take", action);
  };
  const write = (reply: string) =>
    act("minh", "minh", { kind: "submit", token: `+${tokenTo("reply")}`, values: { reply } });
  const answerAs = (helper: string, text: string) =>
    act(helper, "thread-1", { kind: "question", text, hasPicture: false });
  const postsTo = (where: string) => posts.filter(({ to }) => to === where).map(({ answer }) => answer);
  const restart = () => {
    core = start();
  };
  return { clock, act, handOver, write, answerAs, postsTo, restart, tokenTo };
}

describe("a person who asks the team again and again", () => {
  it("about two topics by turns posts each once while it is open", async () => {
    const { handOver, postsTo } = openTeam();
    const [one = "", other = ""] = topics;
    const said: string[] = [];
    for (let index = 0; index < 24; index++) said.push(await handOver(index % 2 ? other : one));
    expect(postsTo("team").length).toBe(2);
    expect(said).toEqual([team.passedOn, team.passedOn, ...Array(22).fill(team.waiting)]);
  });

  it("about a topic that was closed posts it again", async () => {
    const { handOver, act, tokenTo, postsTo } = openTeam();
    const [one = "", other = ""] = topics;
    await handOver(one);
    await handOver(other);
    await act("tina", "thread-1", { kind: "press", token: tokenTo("close") });
    expect(await handOver(one)).toBe(team.waiting);
    await act("tina", "thread-1", { kind: "press", token: tokenTo("close-now") });
    expect(await handOver(one)).toBe(team.passedOn);
    expect(postsTo("team").length).toBe(3);
  });

  it("about one topic after the other posts five in an hour, also across a restart, and is told so", async () => {
    const { clock, handOver, postsTo, restart } = openTeam();
    for (const topic of topics.slice(0, maxHandovers)) expect(await handOver(topic)).toBe(team.passedOn);
    restart();
    for (const topic of topics.slice(maxHandovers, 15)) expect(await handOver(topic)).toBe(limits.handovers);
    expect(postsTo("team").length).toBe(maxHandovers);
    clock.now += hour;
    expect(await handOver(topics[15] ?? "")).toBe(team.passedOn);
  });

  it("leaves room for everybody else", async () => {
    const { handOver, postsTo } = openTeam();
    for (const topic of topics.slice(0, 20)) await handOver(topic);
    expect(await handOver(topics[0] ?? "", "lan")).toBe(team.passedOn);
    expect(postsTo("team").length).toBe(maxHandovers + 1);
  });
});

it("the team's channel gets so many posts at most, from however many people; they are told and led on", async () => {
  const { handOver, postsTo } = openTeam();
  const said: string[] = [];
  for (let index = 0; index < 80; index++) said.push(await handOver(topics[0] ?? "", `person-${index}`));
  const { burst } = rates.teamPosts;
  expect(postsTo("team").length).toBeGreaterThanOrEqual(burst);
  expect(postsTo("team").length).toBeLessThanOrEqual(burst + 3);
  expect(said.at(-1)).toBe(team.unreachable);
});

describe("words between person and team", () => {
  it("are passed on until so many have no reply, and again once there is one", async () => {
    const { handOver, write, answerAs, postsTo } = openTeam();
    await handOver(topics[0] ?? "");
    const said: string[] = [];
    for (let index = 0; index < 25; index++) said.push(await write(`are you there? ${index}`));
    expect(postsTo("thread-1").length).toBe(maxUnanswered.byPerson);
    expect(said.slice(maxUnanswered.byPerson)).toEqual(
      Array(25 - maxUnanswered.byPerson).fill(limits.wordsToTeam),
    );
    await answerAs("tina", "yes, which mailbox is it?");
    expect(await write("the one at work")).toBe(team.passedOnWords);
  });

  it("are passed on again after an hour", async () => {
    const { clock, handOver, write } = openTeam();
    await handOver(topics[0] ?? "");
    for (let index = 0; index < 20; index++) await write("hello?");
    clock.now += hour;
    expect(await write("hello again?")).toBe(team.passedOnWords);
  });

  it("never end a conversation of both", async () => {
    const { handOver, write, answerAs, postsTo } = openTeam();
    await handOver(topics[0] ?? "");
    for (let index = 0; index < 40; index++) {
      expect(await write(`line ${index}`)).toBe(team.passedOnWords);
      expect(await answerAs("tina", `answer ${index}`)).toBe(team.delivered);
    }
    expect(postsTo("minh").length).toBe(40);
  });

  it("of the team stop where the person has not replied to so many", async () => {
    const { clock, handOver, answerAs, postsTo } = openTeam();
    await handOver(topics[0] ?? "");
    const said: string[] = [];
    for (let index = 0; index < 40; index++) {
      said.push(await answerAs(`helper-${index % 3}`, `try step ${index}`));
      clock.now += 10_000;
    }
    expect(postsTo("minh").length).toBe(maxUnanswered.byTeam);
    expect(said.at(-1)).toBe(limits.wordsToPerson);
  });

  it.each([
    ["prose", "It still says wrong code. "],
    ["lines", "\n"],
    ["emoji", "👩‍👩‍👧‍👦"],
    ["accents on one letter", "\u0301"],
  ])(
    "that are too long are cut with an ellipsis in both directions, and their author is told: %s",
    async (_, unit) => {
      const { handOver, write, answerAs, postsTo } = openTeam();
      await handOver(topics[0] ?? "");
      const long = `start ${unit.repeat(Math.ceil(7000 / unit.length))} end`;
      const limit = String(maxRelayedCharacters);
      expect(await write(long)).toBe(fill(limits.cutForTeam, { limit }));
      expect(await answerAs("tina", long)).toBe(fill(limits.cutForPerson, { limit }));
      for (const where of ["thread-1", "minh"]) {
        const [relayed] = postsTo(where);
        const [, words] = relayed?.blocks ?? [];
        expect(words && lengthOf([words])).toBeLessThanOrEqual(maxRelayedCharacters);
        expect(JSON.stringify(words)).toContain("…");
      }
    },
  );
});
