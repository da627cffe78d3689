import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeToken } from "../../src/answer/token.ts";
import { piecesOf, plantedPersonal, plantedSecrets } from "../safety/planted.ts";
import { ask, filled, press, startObserved } from "../support/observed-core.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { propertyRuns } from "../support/property-runs.ts";

describe("a secret that somebody posts", () => {
  it("reaches neither the store, nor a log line, nor a draft, nor the team, in whatever words and wherever", async () => {
    await fc.assert(
      fc.asyncProperty(plantedSecrets, plantedPersonal, async ({ secret, said }, personal) => {
        const { stored, logged, delivered, act } = startObserved();
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
          for (const text of [...stored, ...logged, ...delivered.map(({ text: sent }) => sent), replies])
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
        const { stored, logged, act } = startObserved();
        const { reply } = await act(ask(`I forgot my root password. ${said}`));
        expect(reply.kind).toBe("answer");
        await act(press("team"));
        for (const text of [...stored, ...logged]) expect(text).not.toContain(secret);
      }),
      { numRuns: propertyRuns(15) },
    );
  });
});

describe("a display name", () => {
  it("is stored, passed on and logged without secrets and addresses", async () => {
    await fc.assert(
      fc.asyncProperty(plantedSecrets, plantedPersonal, async ({ secret, said }, personal) => {
        const { stored, logged, delivered, act } = startObserved();
        const named = { name: `Anna ${said} ${personal.said}` };
        await act(ask("I forgot my root password"), named);
        await act(press("team"), named);
        expect(delivered).toHaveLength(1);
        const all = [...stored, ...logged, ...delivered.map(({ text }) => text)];
        for (const piece of [...piecesOf(secret), personal.secret])
          for (const text of all) expect(text).not.toContain(JSON.stringify(piece).slice(1, -1));
      }),
      { numRuns: propertyRuns(15) },
    );
  });

  it("that is longer than it is kept loses its secret before it is cut", async () => {
    const { stored, delivered, act } = startObserved();
    const key = `v1.0-${"0a1b2c3d4e5f".repeat(2)}-${"9f8e7d6c5b4a".repeat(13).slice(0, 146)}`;
    await act(ask("I forgot my root password"), { name: `Anna ${key}` });
    await act(press("team"), { name: `Anna ${key} ${"n".repeat(200)}` });
    expect(delivered).toHaveLength(1);
    for (const text of [...stored, ...delivered.map(({ text }) => text)])
      expect(text).not.toContain(key.slice(0, 16));
    expect(delivered[0]?.text).not.toContain("n".repeat(81));
  });

  it.each(["Anna Nguyen", "Nguyễn Minh Anh", "CoolGuy2024", "xX_Dragon99_Xx", "maria.k", "DevOps (Minh)"])(
    "that only looks unusual stays: %s",
    async (name) => {
      const { delivered, act } = startObserved();
      await act(ask("I forgot my root password"), { name });
      await act(press("team"), { name });
      expect(delivered[0]?.text).toContain(name);
    },
  );

  it("with a secret warns nobody of it with every message", async () => {
    const { act } = startObserved();
    const { reply } = await act(ask("I forgot my root password"), { name: "AKIAIOSFODNN7EXAMPLE" });
    expect(JSON.stringify(reply)).not.toContain(ourKnowledge.strings.get("en")?.secrets.title);
  });
});
