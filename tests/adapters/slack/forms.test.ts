import { describe, expect, it } from "vitest";
import type { Form } from "../../../src/answer/form.ts";
import { coreSaying } from "../../support/core-saying.ts";
import { openChannel } from "./open-channel.ts";

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `o${at}`, label: `Option ${at}` }));

const form: Form = {
  locale: "en",
  title: "Your case",
  note: "Kept for *7* days.",
  submit: "Go on",
  token: "+1.fill.lost-key.en",
  fields: [
    { kind: "choice", id: "ten", label: "Of ten", options: options(10), value: "o3" },
    { kind: "choice", id: "eleven", label: "Of eleven", options: options(11) },
    { kind: "choices", id: "tried", label: "What did you try?", options: options(3), value: "o2,o1" },
    { kind: "line", id: "message", label: "Message", limit: 20, isOptional: true },
  ],
};

describe("a form on Slack", () => {
  it("shows its note, radio buttons, a menu and checkboxes, and comes back with what was chosen", async () => {
    const { core, heard } = coreSaying(
      {
        kind: "answer",
        audience: "all",
        answer: {
          locale: "en",
          title: "Ready?",
          blocks: [],
          buttons: [{ kind: "press", label: "Begin", token: form.token }],
        },
      },
      { kind: "form", form },
      { kind: "silence", because: "done" },
    );
    const { workspace, ana, answer } = await openChannel("http", { core });
    ana.says(ana.dm, "hello");
    await ana.presses(await answer(ana.dm), "Begin");
    const view = await workspace.until(() => workspace.modal(ana));
    expect(view.body.blocks).toMatchObject([
      { type: "alert", text: { type: "plain_text", text: "Kept for *7* days." } },
      { element: { type: "radio_buttons", initial_option: { value: "o3" } }, optional: false },
      { element: { type: "static_select" } },
      { element: { type: "checkboxes", initial_options: [{ value: "o1" }, { value: "o2" }] } },
      { element: { type: "plain_text_input" }, optional: true },
    ]);
    expect(await ana.submits(view, { "What did you try?": ["o1", "o2"] })).toMatchObject({
      kind: "incomplete",
    });
    const filled = { eleven: "Option 10", "What did you try?": ["Option 0", "Option 2"] };
    expect((await ana.submits(view, filled)).kind).toBe("closed");
    expect(heard.at(-1)?.input).toEqual({
      kind: "submit",
      token: form.token,
      values: { ten: "o3", eleven: "o10", tried: "o0,o2", message: "" },
    });
    expect(workspace.data.warnings).toEqual([]);
  });
});
