import type { types } from "@slack/bolt";
import { createClient, openWorkspace } from "./connect-app.ts";
import { awaitNth, connectRaw, type Envelope, ofType, type RawApp } from "./raw-app.ts";

export const plain = (text: string) => ({ type: "plain_text" as const, text });
export const code = (error: string) => ({ data: { ok: false, error } });

export const note: types.InputBlock = {
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
const more: types.ActionsBlock = {
  type: "actions",
  block_id: "more",
  elements: [{ type: "button", action_id: "more", text: plain("More") }],
};
export const modal = (fields: object = {}): types.ModalView => ({
  type: "modal",
  callback_id: "form",
  title: plain("A form"),
  submit: plain("Send"),
  blocks: [note, kind, more],
  ...fields,
});

/** Somebody typed a command, so there is a trigger; the modal is opened with it. */
export async function openForm(fields: object = {}) {
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
  /** A trigger from a button of the modal in front. */
  const newTriggerWithin = async () => {
    const before = ofType(app, "interactive").length;
    const outcome = ana.presses(workspace.modal(ana) ?? view, "More");
    const envelope = await awaitNth(workspace, app, "interactive", before);
    app.acknowledge(envelope);
    await outcome;
    return String(envelope.payload.trigger_id);
  };
  return { workspace, clock, ana, channel, client, app, newTrigger, newTriggerWithin, view };
}

/** Answers the next interaction as the app would. */
export async function acknowledgeNext(
  form: { workspace: Parameters<typeof awaitNth>[0]; app: RawApp },
  payload?: object,
) {
  const envelope: Envelope = await awaitNth(form.workspace, form.app, "interactive");
  form.app.acknowledge(envelope, payload);
  return envelope.payload;
}
