import { expect, it } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { writeToken } from "../../src/answer/token.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const en = ourKnowledge.strings.get("en");
const address = { adapter: "chat", data: "dm" };

it("after the team could not be reached, a number means one of the buttons shown then", async () => {
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: () => Promise.reject(new Error("it is down")),
  };
  const core = startOurs({ adapters: () => [chat], team: { adapter: "chat", channel: "team" } });
  const does = (id: string, input: Incoming["input"]) =>
    core.handle({
      id,
      address,
      conversation: "dm",
      person: "minh",
      addressed: true,
      place: "private",
      input,
    });
  const token = writeToken({ action: "team", entry: "mfa-lost-or-broken", locale: "en" });
  const { reply } = await does("e1", { kind: "press", token });
  const buttons = reply.kind === "answer" ? reply.answer.buttons : [];
  const entry = buttons.findIndex((button) => button.kind === "press" && button.token.includes(".show."));
  const answered = await does("e2", { kind: "question", text: String(entry + 1), hasPicture: false });
  expect(JSON.stringify(answered.reply)).not.toContain(en?.noSuchNumber);
  expect(answered.reply).toMatchObject({ kind: "answer", answer: { title: expect.any(String) } });
});

it("what the team does and what the person writes in the same moment are both kept", async () => {
  const sent: Answer[] = [];
  let hold: Promise<void> = Promise.resolve();
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async (_, answer) => {
      sent.push(answer);
      await hold;
      return { address: { adapter: "chat", data: "thread" }, conversation: "thread" };
    },
  };
  const core = startOurs({ adapters: () => [chat], team: { adapter: "chat", channel: "team" } });
  let count = 0;
  const does = async (person: string, conversation: string, input: Incoming["input"]) => {
    count += 1;
    const said = { id: `e${count}`, address, conversation, person, name: person, input } as const;
    const outcome = await core.handle({ ...said, addressed: true, place: "private" });
    await outcome.complete(async () => {});
    return JSON.stringify(outcome.reply);
  };
  const team = {
    kind: "press",
    token: writeToken({ action: "team", entry: "mfa-lost-or-broken", locale: "en" }),
  } as const;
  await does("minh", "dm", team);
  const [take] = sent[0]?.buttons ?? [];
  const token = take?.kind === "press" ? take.token : "";

  let release = () => {};
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const taken = does("tina", "thread", { kind: "press", token });
  const reply = `+${token.replace("take", "reply")}`;
  const written = does("minh", "dm", { kind: "submit", token: reply, values: { reply: "it was stolen" } });
  release();
  expect(await taken).toContain("tina is looking into it");
  expect(await written).toContain(en?.team.passedOnWords);
  expect(await does("minh", "dm", team)).toContain("tina has been looking into your question since ");
});
