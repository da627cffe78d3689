import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Form } from "../../src/answer/form.ts";
import { writeToken } from "../../src/answer/token.ts";
import { createLog } from "../../src/insight/log.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Outcome } from "../../src/platform/outcome.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { piecesOf, plantedPersonal, plantedSecrets } from "../safety/planted.ts";
import { notedStore } from "../support/noted-store.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { propertyRuns } from "../support/property-runs.ts";

/** A core whose store, log and messages can be read: all that outlives a turn, or goes to somebody else. */
function startObserved() {
  const written: string[] = [];
  const delivered: { readonly audience: string; readonly text: string }[] = [];
  const inner = createMemoryStore(Date.now);
  const store = notedStore(inner, written, ["claim", "set", "append", "write"]);
  const address = { adapter: "chat", data: "thread" };
  const chat: Adapter = {
    name: "chat",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "chat", data: id }),
    deliver: async (_, answer, { audience }) => {
      delivered.push({ audience, text: JSON.stringify(answer) });
      return { address, conversation: "thread" };
    },
  };
  const log = createLog("trace", { write: (line) => void written.push(line) });
  const core = startOurs({ store, log, adapters: () => [chat], team: { adapter: "chat", channel: "team" } });
  let count = 0;
  const act = async (input: Incoming["input"], others: Partial<Incoming> = {}): Promise<Outcome> => {
    count += 1;
    const outcome = await core.handle({
      id: `e${count}`,
      address,
      conversation: "c",
      person: "minh",
      addressed: true,
      place: "private",
      input,
      ...others,
    });
    await outcome.complete(async () => {});
    return outcome;
  };
  return { written, delivered, act };
}

const ask = (text: string) => ({ kind: "question", text, hasPicture: false }) as const;
const press = (action: "fill" | "case" | "door" | "team" | "stuck", entry = "forgot-root-password") =>
  ({ kind: "press", token: writeToken({ action, entry, locale: "en" }) }) as const;

/** The first option of each choice, and the same words wherever any may stand. */
function filled({ fields, token }: Form, words: string) {
  const values = fields.map((field) => {
    if (field.kind === "choice") return [field.id, field.options[0]?.id ?? ""];
    const ask = ourKnowledge.asks.get(field.id);
    return [field.id, ask?.kind === "line" && ask.must ? "" : words.slice(0, field.limit)];
  });
  return { kind: "submit", token, values: Object.fromEntries(values) } as const;
}

describe("a secret that somebody posts", () => {
  it("reaches neither the store, nor a log line, nor a draft, nor the team, in whatever words and wherever", async () => {
    await fc.assert(
      fc.asyncProperty(plantedSecrets, plantedPersonal, async ({ secret, said }, personal) => {
        const { written, delivered, act } = startObserved();
        const seen = [await act(ask(`I forgot my root password. ${said}`)), await act(press("stuck"))];
        const words = `${said} ${personal.said}`;
        let step = await act(press("fill"));
        while (step.reply.kind === "form") {
          step = await act(filled(step.reply.form, words));
          seen.push(step);
        }
        seen.push(await act(press("case")), await act(press("door")), await act(press("team")));
        const replies = JSON.stringify(seen.map((outcome) => outcome.reply));
        for (const piece of piecesOf(secret)) {
          for (const text of [...written, ...delivered.map(({ text: sent }) => sent), replies])
            expect(text).not.toContain(JSON.stringify(piece).slice(1, -1));
        }
      }),
      { numRuns: propertyRuns(15) },
    );
  });

  it("is told to them at once and alone, and their question is answered", async () => {
    const { delivered, act } = startObserved();
    const outcome = await act(ask("I forgot my root password. AKIAIOSFODNN7EXAMPLE"), {
      place: "channel",
      conversation: "thread",
    });
    expect(outcome.reply).toMatchObject({ kind: "answer", audience: "all" });
    expect(JSON.stringify(outcome.reply)).toContain("forgot-root-password");
    expect(delivered).toMatchObject([{ audience: "asker" }]);
    expect(delivered[0]?.text).toContain(ourKnowledge.strings.get("en")?.secrets.title);
  });

  it("is told where the bot would have kept quiet", async () => {
    const { delivered, act } = startObserved();
    const outcome = await act(ask("lol AKIAIOSFODNN7EXAMPLE"), { place: "channel", addressed: false });
    expect([outcome.reply.kind, delivered.length]).toEqual(["silence", 1]);
  });

  it("is told with the answer where nobody else reads it", async () => {
    const { delivered, act } = startObserved();
    const { reply } = await act(ask("I forgot my root password, it was: my password is Hunter2hunter2"));
    expect(delivered).toEqual([]);
    const text = JSON.stringify(reply);
    expect(text).toContain(ourKnowledge.strings.get("en")?.secrets.title);
    expect(text).toContain("forgot-root-password");
  });

  it("is told of a form without a message to delete", async () => {
    const { act } = startObserved();
    const text = { subject: "MFA lost", description: "my password is Hunter2hunter2" };
    const token = writeToken({ action: "edit", entry: "mfa-lost-or-broken", locale: "en" });
    const { reply } = await act({ kind: "submit", token, values: text });
    const places = ourKnowledge.strings.get("en")?.secrets.place;
    expect(JSON.stringify(reply)).toContain(places?.aside);
    expect(JSON.stringify(reply)).not.toContain(places?.private);
  });

  it("is none in a phone number", async () => {
    const { delivered, act } = startObserved();
    await act(ask("I forgot my root password, call me at +1 (123) 456-7890"), { place: "channel" });
    expect(delivered).toEqual([]);
  });
});

describe("an e-mail address or phone number", () => {
  it("is answered, and masked wherever it is kept", async () => {
    await fc.assert(
      fc.asyncProperty(plantedPersonal, async ({ secret, said }) => {
        const { written, act } = startObserved();
        const { reply } = await act(ask(`I forgot my root password. ${said}`));
        expect(reply.kind).toBe("answer");
        await act(press("team"));
        for (const text of written) expect(text).not.toContain(secret);
      }),
      { numRuns: propertyRuns(15) },
    );
  });
});
