import { describe, expect, it } from "vitest";
import type { ModalInputs } from "../../../local/discord/people/submit-modal.ts";
import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import type { Form } from "../../../src/answer/form.ts";
import { plain } from "../../../src/answer/text.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import { coreSaying } from "../../support/core-saying.ts";
import { labelsOf, shown, startDiscord, textOf } from "./start-discord.ts";

const form: Form = {
  locale: "en",
  title: "Your case",
  note: "Kept for *7* days.",
  submit: "Go on",
  token: "+1.case-form.lost-key.en",
  fields: [
    { kind: "line", id: "subject", label: "Subject", limit: 20, value: "Key" },
    { kind: "paragraph", id: "story", label: "What happened?", limit: 500, hint: "In your own words." },
    {
      kind: "choice",
      id: "since",
      label: "Since when does it happen, as far as you know?",
      isOptional: true,
      value: "week",
      options: [
        { id: "today", label: "Today" },
        { id: "week", label: "A week ago" },
      ],
    },
    {
      kind: "choices",
      id: "tried",
      label: "What did you try?",
      value: "browser",
      options: [
        { id: "browser", label: "Another browser" },
        { id: "network", label: "Another network" },
        { id: "phone", label: "Another phone" },
      ],
    },
  ],
};
const opening: Answer = {
  locale: "en",
  title: "Ready?",
  blocks: [],
  buttons: [{ kind: "press", label: "Begin", token: form.token }],
};
const saying = (said: string): Reply => ({
  kind: "answer",
  audience: "all",
  answer: { locale: "en", blocks: [paragraph(plain(said))], buttons: [] },
});
const asForm: Reply = { kind: "form", form };

/** ana's direct messages, where a message leads to the form; what comes of its submissions is given. */
async function open(...afterwards: readonly Reply[]) {
  const { core, heard, settled } = coreSaying(
    { kind: "answer", audience: "all", answer: opening },
    asForm,
    ...afterwards,
  );
  const started = await startDiscord({ core });
  const { guild, ana, answer } = started;
  ana.says(ana.dm, "hello");
  const begin = await answer(ana.dm);
  const fillIn = async (filled: ModalInputs) => {
    const modal = await guild.until(() => guild.modal(ana));
    return ana.submits(modal, filled);
  };
  return { ...started, heard, allSettled: settled, begin, fillIn };
}

describe("a form", () => {
  it("opens at once, filled with what is known, and comes back with what stands in it", async () => {
    const { guild, ana, begin, fillIn, heard } = await open(saying("Thanks."));
    expect((await ana.presses(begin, "Begin")).kind).toBe("modal");
    expect(guild.modal(ana)?.body).toMatchObject({
      title: "Your case",
      components: [
        { type: 10, content: "Kept for \\*7\\* days." },
        { label: "Subject", component: { value: "Key", max_length: 20, required: true } },
        { label: "What happened?", description: "In your own words.", component: { style: 2 } },
        { component: { type: 21, required: false, options: [{}, { default: true }] } },
        { component: { type: 22, required: true, options: [{ default: true }, {}, {}] } },
      ],
    });
    const filled = { story: "It fell.", since: "Today", tried: ["browser", "Another phone"] };
    expect(textOf(shown(await fillIn(filled)))).toBe("Thanks.");
    expect(heard.at(-1)?.input).toEqual({
      kind: "submit",
      token: form.token,
      values: { subject: "Key", story: "It fell.", since: "today", tried: "browser,phone" },
    });
  });

  it("comes back with what was chosen at first, and with nothing where nothing is chosen", async () => {
    const { ana, begin, fillIn, heard, guild } = await open(saying("Thanks."));
    await ana.presses(begin, "Begin");
    await expect(fillIn({ since: "Tomorrow" })).rejects.toThrow("Tomorrow");
    expect(await fillIn({ story: "It fell.", tried: [] })).toMatchObject({ kind: "incomplete" });
    expect(guild.modal(ana)).toBeDefined();
    expect(textOf(shown(await fillIn({ story: "It fell." })))).toBe("Thanks.");
    expect(heard.at(-1)?.input).toMatchObject({ values: { since: "week", tried: "browser" } });
  });

  it("shows more than ten options, or one, as a menu", async () => {
    const options = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `o${at}`, label: `Option ${at}` }));
    const choice = (count: number): Form["fields"][number] => ({
      kind: "choice",
      id: `of-${count}`,
      label: `Of ${count}`,
      options: options(count),
    });
    const fields = [1, 2, 10, 11].map(choice);
    const { core } = coreSaying(
      { kind: "answer", audience: "all", answer: opening },
      { kind: "form", form: { ...form, fields } },
    );
    const { guild, ana, answer } = await startDiscord({ core });
    ana.says(ana.dm, "hello");
    await ana.presses(await answer(ana.dm), "Begin");
    const [, ...labels] = (await guild.until(() => guild.modal(ana))).body.components;
    expect(labels.map((label) => label.type === 18 && label.component.type)).toEqual([3, 21, 21, 3]);
  });

  it("with a mistake is told about in a message, whose button opens it again", async () => {
    const errors = { story: "Please write more." };
    const { ana, begin, fillIn, allSettled, settled } = await open({ kind: "invalid", form, errors }, asForm);
    await ana.presses(begin, "Begin");
    const told = shown(await fillIn({ story: "x" }));
    expect(textOf(told)).toContain("**What happened?**\nPlease write more.");
    expect((await ana.presses(told, "Fix it")).kind).toBe("modal");
    await settled();
    expect(allSettled.length).toBe(4);
  });

  it("that follows another is opened by a button", async () => {
    const { ana, begin, fillIn } = await open(asForm);
    await ana.presses(begin, "Begin");
    const told = shown(await fillIn({ story: "It fell." }));
    expect(labelsOf(told)).toEqual(["Continue"]);
    expect((await ana.presses(told, "Continue")).kind).toBe("modal");
  });

  it("that is late says so, and what comes of it is not sent", async () => {
    const { core, settled } = coreSaying(asForm);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isSlow = false;
    const handle: typeof core.handle = async (incoming) => {
      if (incoming.input.kind === "question") {
        return {
          ...(await core.handle(incoming)),
          reply: { kind: "answer", audience: "all", answer: opening },
        };
      }
      isSlow = true;
      await released;
      return core.handle(incoming);
    };
    const { guild, ana, channel, answer, discord } = await startDiscord({ core: { ...core, handle } });
    ana.says(channel, "@signpost hello");
    const told = shown(await ana.presses(await answer(), "Begin"));
    expect(isSlow).toBe(true);
    expect(told.visibleTo).toBe(ana.id);
    expect(textOf(told)).toMatch(/^The form didn't open/);
    release();
    await discord.stop();
    expect(settled.length).toBe(2);
    expect(guild.modal(ana)).toBeUndefined();
  });

  it("with a mistake in a channel is told about to who filled it in alone, and so is what comes of that", async () => {
    const { core } = coreSaying(
      { kind: "answer", audience: "all", answer: opening },
      asForm,
      { kind: "invalid", form, errors: { story: "More." } },
      asForm,
      saying("Done."),
    );
    const { guild, ana, bo, channel, answer, said } = await startDiscord({ core });
    const asked = ana.says(channel, "@signpost hello");
    await ana.presses(await answer(), "Begin");
    const told = shown(await ana.submits(await guild.until(() => guild.modal(ana)), { story: "x" }));
    expect(told.visibleTo).toBe(ana.id);
    await ana.presses(told, "Fix it");
    const outcome = await ana.submits(await guild.until(() => guild.modal(ana)), { story: "xyz" });
    // It was opened from what she alone saw: so is the answer.
    expect(shown(outcome).visibleTo).toBe(ana.id);
    expect(said(channel, bo).every(({ id }) => id !== shown(outcome).id)).toBe(true);
    expect((await answer()).reference?.message).toBe(asked.id);
  });
});
