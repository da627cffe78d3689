import { describe, expect, it } from "vitest";
import { modal, note, openForm, plain } from "./open-form.ts";
import { call } from "./raw-app.ts";
import { sized } from "./sized.ts";

describe("A view", () => {
  const dividers = (count: number) => Array.from({ length: count }, () => ({ type: "divider" }));

  it.each<readonly [string, number, (size: number) => object]>([
    ["title", 24, (n) => ({ title: plain(sized(n)) })],
    ["submit", 24, (n) => ({ submit: plain(sized(n)) })],
    ["close", 24, (n) => ({ close: plain(sized(n)) })],
    ["private_metadata", 3000, (n) => ({ private_metadata: sized(n) })],
    ["callback_id", 255, (n) => ({ callback_id: sized(n) })],
    ["external_id", 255, (n) => ({ external_id: sized(n) })],
    ["blocks", 100, (n) => ({ blocks: dividers(n) })],
  ])("takes a %s up to %i and no more", async (_, size, make) => {
    const { workspace, newTrigger } = await openForm();
    const open = async (fields: object) =>
      (await call(workspace, "views.open", { trigger_id: await newTrigger(), view: modal(fields) })).body;
    expect(await open(make(size))).toMatchObject({ ok: true });
    expect(await open(make(size + 1))).toMatchObject({ ok: false, error: "invalid_arguments" });
  });

  it.each([
    ["inputs and no submit", modal({ submit: undefined }), "invalid_arguments"],
    ["no title", modal({ title: undefined }), "invalid_arguments"],
    ["two elements that want the focus", focusTwice(), "invalid_arguments"],
    ["more than 250 kB", modal({ private_metadata: sized(250_001) }), "view_too_large"],
    ["text that is no JSON", "{", "invalid_arguments"],
    ["a home", { type: "home", blocks: [] }, "invalid_arguments"],
    ["nothing", undefined, "invalid_arguments"],
  ])("is refused with %s", async (_, view, error) => {
    const { workspace, newTrigger } = await openForm();
    const { body } = await call(workspace, "views.open", { trigger_id: await newTrigger(), view });
    expect(body).toMatchObject({ ok: false, error });
  });

  it("has to be named by exactly one of its ids", async () => {
    const { workspace, view } = await openForm();
    const update = async (args: object) =>
      (await call(workspace, "views.update", { view: modal(), ...args })).body;
    expect(await update({})).toMatchObject({ error: "invalid_arguments" });
    expect(await update({ view_id: view.id, external_id: "x" })).toMatchObject({
      error: "invalid_arguments",
    });
    expect(await update({ view_id: view.id, view: { type: "home", blocks: [] } })).toMatchObject({
      error: "invalid_arguments",
    });
  });
});

function focusTwice() {
  const focused = (block_id: string) => ({
    ...note,
    block_id,
    element: { type: "plain_text_input", focus_on_load: true },
  });
  return modal({ blocks: [focused("a"), focused("b")] });
}
