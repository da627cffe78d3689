import type { types } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw, type Envelope, ofType, type RawApp } from "./raw-app.ts";
import { sized } from "./sized.ts";

const plain = (text: string) => ({ type: "plain_text" as const, text });
const code = (error: string) => ({ data: { ok: false, error } });

const note: types.InputBlock = {
  type: "input",
  block_id: "note",
  label: plain("What happened?"),
  element: { type: "plain_text_input", action_id: "text", min_length: 3, max_length: 10 },
};
const kind: types.InputBlock = {
  type: "input",
  block_id: "kind",
  label: plain("Which sign-in?"),
  optional: true,
  element: {
    type: "radio_buttons",
    action_id: "kind",
    options: [
      { text: plain("Root"), value: "root" },
      { text: plain("IAM"), value: "iam" },
    ],
  },
};
const modal = (fields: object = {}): types.ModalView => ({
  type: "modal",
  callback_id: "form",
  title: plain("A form"),
  submit: plain("Send"),
  blocks: [note, kind],
  ...fields,
});

/** Somebody typed a command, so there is a trigger; the modal is opened with it. */
async function openForm(fields: object = {}) {
  const { workspace, clock, ana, channel } = await openWorkspace();
  const client = createClient(workspace);
  const app = await connectRaw(workspace);
  const newTrigger = async () => {
    const before = ofType(app, "slash_commands").length;
    const outcome = ana.types(channel, "/form");
    const envelope = await awaitNth(workspace, app, "slash_commands", before);
    app.acknowledge(envelope);
    await outcome;
    return String(envelope.payload.trigger_id);
  };
  await client.views.open({ trigger_id: await newTrigger(), view: modal(fields) });
  const view = workspace.modal(ana);
  if (!view) throw new Error("no modal");
  return { workspace, clock, ana, channel, client, app, newTrigger, view };
}

/** Answers the next interaction as the app would. */
async function acknowledgeNext(
  form: { workspace: Parameters<typeof awaitNth>[0]; app: RawApp },
  payload?: object,
) {
  const envelope: Envelope = await awaitNth(form.workspace, form.app, "interactive");
  form.app.acknowledge(envelope, payload);
  return envelope.payload;
}

describe("A modal", () => {
  it("opens with a trigger, once, within 3 seconds", async () => {
    const { client, clock, newTrigger } = await openForm();
    const trigger = await newTrigger();
    const open = (trigger_id: string) => client.views.open({ trigger_id, view: modal() });
    expect(await open(trigger)).toMatchObject({ ok: true, view: { type: "modal", callback_id: "form" } });
    await expect(open(trigger)).rejects.toMatchObject(code("exchanged_trigger_id"));
    await expect(open("1.2.3")).rejects.toMatchObject(code("invalid_trigger_id"));
    const slow = await newTrigger();
    await clock.advance(3000);
    await expect(open(slow)).rejects.toMatchObject(code("expired_trigger_id"));
    const quick = await newTrigger();
    await clock.advance(2999);
    expect(await open(quick)).toMatchObject({ ok: true });
  });

  it("keeps its trigger when the view is refused", async () => {
    const { client, newTrigger } = await openForm();
    const trigger_id = await newTrigger();
    const view = modal({ title: plain(sized(25)) });
    await expect(client.views.open({ trigger_id, view })).rejects.toMatchObject(code("invalid_arguments"));
    expect(await client.views.open({ trigger_id, view: modal() })).toMatchObject({ ok: true });
  });

  it("stacks three high", async () => {
    const { workspace, ana, client, newTrigger } = await openForm();
    const push = async () => client.views.push({ trigger_id: await newTrigger(), view: modal() });
    const second = await push();
    expect(second.view).toMatchObject({ previous_view_id: "V0000000001", root_view_id: "V0000000001" });
    await push();
    await expect(push()).rejects.toMatchObject(code("push_limit_reached"));
    const front = workspace.modal(ana);
    if (front) await ana.closes(front);
    expect(workspace.modal(ana)?.id).toBe("V0000000002");
  });

  it("is updated by id or external_id, and only from the state that the app knows", async () => {
    const { workspace, ana, client, view } = await openForm({ external_id: "mine" });
    await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: modal({ title: plain("Second"), external_id: "mine" }),
    });
    await expect(
      client.views.update({ view_id: view.id, hash: view.hash, view: modal() }),
    ).rejects.toMatchObject(code("hash_conflict"));
    await client.views.update({ external_id: "mine", view: modal({ title: plain("Third") }) });
    expect(workspace.modal(ana)?.body).toMatchObject({ title: plain("Third") });
    await expect(client.views.update({ view_id: "V404", view: modal() })).rejects.toMatchObject(
      code("not_found"),
    );
  });

  it("has an external_id of its own", async () => {
    const { client, newTrigger } = await openForm({ external_id: "mine" });
    const view = modal({ external_id: "mine" });
    await expect(client.views.push({ trigger_id: await newTrigger(), view })).rejects.toMatchObject(
      code("duplicate_external_id"),
    );
  });

  it("keeps what was entered when it is updated", async () => {
    const { workspace, ana, client, view } = await openForm();
    expect(await ana.enters(view, "What happened?", "my phone")).toEqual({ kind: "entered" });
    await client.views.update({ view_id: view.id, view: modal({ title: plain("Again") }) });
    expect(workspace.modal(ana)?.values.note).toEqual({
      text: { type: "plain_text_input", value: "my phone" },
    });
  });

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

describe("App Home", () => {
  const home = (fields: object = {}): types.HomeView => ({
    type: "home",
    blocks: [{ type: "divider" }],
    ...fields,
  });

  it("shows what was published last, and tells the app of it when it is opened again", async () => {
    const { workspace, ana } = await openWorkspace();
    const client = createClient(workspace);
    const app = await connectRaw(workspace, true);
    ana.opensHome();
    expect((await awaitNth(workspace, app, "events_api")).payload.event).toMatchObject({
      type: "app_home_opened",
      user: ana.id,
      channel: ana.dm,
      tab: "home",
    });
    await client.views.publish({ user_id: ana.id, view: home() });
    const { view } = await client.views.publish({ user_id: ana.id, view: home({ private_metadata: "2" }) });
    expect(workspace.home(ana)).toMatchObject({ id: view?.id, body: { private_metadata: "2" } });
    ana.opensHome();
    expect((await awaitNth(workspace, app, "events_api", 1)).payload.event.view).toMatchObject({
      id: view?.id,
    });
  });

  it("has buttons, whose payload names the view and no response_url", async () => {
    const { workspace, ana } = await openWorkspace();
    const client = createClient(workspace);
    const app = await connectRaw(workspace, true);
    const button = { type: "button" as const, action_id: "go", text: plain("Go"), value: "v" };
    await client.views.publish({
      user_id: ana.id,
      view: home({ blocks: [{ type: "actions", elements: [button] }] }),
    });
    const view = workspace.home(ana);
    if (!view) throw new Error("no home");
    expect(await ana.presses(view, "Go")).toEqual({ kind: "acknowledged" });
    const { payload } = await awaitNth(workspace, app, "interactive");
    expect(payload).toMatchObject({
      type: "block_actions",
      container: { type: "view", view_id: view.id },
      view: { id: view.id, type: "home" },
      actions: [{ action_id: "go", value: "v", type: "button" }],
    });
    expect(payload).not.toHaveProperty("response_url");
  });

  it("refuses modals, people who are not there and states that are past", async () => {
    const { workspace, ana } = await openWorkspace();
    const client = createClient(workspace);
    const publish = (args: object) =>
      call(workspace, "views.publish", { user_id: ana.id, view: home(), ...args });
    expect((await publish({ view: modal() })).body).toMatchObject({ error: "invalid_arguments" });
    expect((await publish({ user_id: "U404" })).body).toMatchObject({ error: "invalid_arguments" });
    expect((await publish({ view: home({ title: plain("T") }) })).body.errors).toEqual([
      "invalid additional property: title [json-pointer:/view]",
    ]);
    await client.views.publish({ user_id: ana.id, view: home() });
    expect((await publish({ hash: "1.0" })).body).toMatchObject({ error: "hash_conflict" });
  });
});

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
