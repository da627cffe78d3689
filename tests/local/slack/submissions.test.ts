import { describe, expect, it } from "vitest";
import { acknowledgeNext, modal, openForm, plain } from "./open-form.ts";
import { awaitNth, ofType } from "./raw-app.ts";
import { sized } from "./sized.ts";

describe("A modal", () => {
  it("is submitted with all that was entered, and closes", async () => {
    const form = await openForm({ private_metadata: "m" });
    const outcome = form.ana.submits(form.view, { "What happened?": "my phone", kind: "IAM" });
    expect(await acknowledgeNext(form)).toMatchObject({
      type: "view_submission",
      user: { id: form.ana.id },
      view: {
        id: form.view.id,
        callback_id: "form",
        private_metadata: "m",
        state: {
          values: {
            note: { text: { type: "plain_text_input", value: "my phone" } },
            kind: { kind: { type: "radio_buttons", selected_option: { value: "iam" } } },
          },
        },
      },
    });
    expect(await outcome).toEqual({ kind: "closed" });
    expect(form.workspace.modal(form.ana)).toBeUndefined();
  });

  it.each([
    ["", "Please complete this required field."],
    ["ab", "Please enter at least 3 characters."],
    [sized(11), "Please enter at most 10 characters."],
  ])("is not sent with %j in a field that asks for 3 to 10 characters", async (text, complaint) => {
    const { ana, view, app } = await openForm();
    expect(await ana.submits(view, { note: text })).toEqual({
      kind: "incomplete",
      errors: { note: complaint },
    });
    expect(ofType(app, "interactive")).toEqual([]);
  });

  it("shows the app's errors and stays open", async () => {
    const form = await openForm();
    const outcome = form.ana.submits(form.view, { note: "my phone" });
    await acknowledgeNext(form, { response_action: "errors", errors: { note: "Which phone?" } });
    expect(await outcome).toEqual({ kind: "errors", errors: { note: "Which phone?" } });
    expect(form.workspace.modal(form.ana)?.errors).toEqual({ note: "Which phone?" });
  });

  it("shows another view in its place, or on top, or closes all", async () => {
    const updated = await openForm();
    const first = updated.ana.submits(updated.view, { note: "phone" });
    await acknowledgeNext(updated, {
      response_action: "update",
      view: modal({ title: plain("Thanks"), blocks: [] }),
    });
    expect(await first).toMatchObject({
      kind: "updated",
      view: { id: updated.view.id, body: { title: plain("Thanks") } },
    });

    const pushed = await openForm();
    const second = pushed.ana.submits(pushed.view, { note: "phone" });
    await acknowledgeNext(pushed, { response_action: "push", view: modal({ title: plain("More") }) });
    expect(await second).toMatchObject({ kind: "pushed", view: { previous: pushed.view.id } });

    const cleared = await openForm();
    const third = cleared.ana.submits(cleared.view, { note: "phone" });
    await acknowledgeNext(cleared, { response_action: "clear" });
    expect(await third).toEqual({ kind: "closed" });
  });

  it.each([
    ["an unknown action", { response_action: "explode" }],
    ["errors at a block that is not there", { response_action: "errors", errors: { nowhere: "x" } }],
    ["no errors at all", { response_action: "errors", errors: {} }],
    ["a view beyond the limits", { response_action: "update", view: modal({ title: plain(sized(25)) }) }],
  ])("fails when the acknowledgement holds %s", async (_, payload) => {
    const form = await openForm();
    const outcome = form.ana.submits(form.view, { note: "phone" });
    await acknowledgeNext(form, payload);
    expect(await outcome).toEqual({ kind: "failed", error: "invalid_response" });
    expect(form.workspace.modal(form.ana)?.id).toBe(form.view.id);
  });

  it("stays open when nobody acknowledges the submission in 3 seconds", async () => {
    const form = await openForm();
    const outcome = form.ana.submits(form.view, { note: "phone" });
    await awaitNth(form.workspace, form.app, "interactive");
    await form.clock.advance(3000);
    expect(await outcome).toEqual({ kind: "failed", error: "operation_timeout" });
    expect(form.workspace.modal(form.ana)?.id).toBe(form.view.id);
  });

  it("tells of being closed where the app asked to be told", async () => {
    const quiet = await openForm();
    expect(await quiet.ana.closes(quiet.view)).toEqual({ kind: "closed" });
    const form = await openForm({ notify_on_close: true });
    const outcome = form.ana.closes(form.view, { all: true });
    expect(await acknowledgeNext(form)).toMatchObject({ type: "view_closed", is_cleared: true });
    expect(await outcome).toEqual({ kind: "closed" });
  });
});
