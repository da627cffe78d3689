import { describe, expect, it } from "vitest";
import { code, modal, openForm, plain } from "./open-form.ts";
import { sized } from "./sized.ts";

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

  it("may hold an alert of up to 200 characters, which the home may not", async () => {
    const { ana, client, newTrigger } = await openForm();
    const alert = (length: number, fields: object = {}) => ({
      type: "alert",
      text: plain(sized(length)),
      ...fields,
    });
    const trigger_id = await newTrigger();
    for (const wrong of [alert(201), alert(1, { level: "loud" }), { type: "alert" }])
      await expect(
        client.views.open({ trigger_id, view: { ...modal(), blocks: [wrong] } as never }),
      ).rejects.toMatchObject(code("invalid_arguments"));
    const home = { type: "home", blocks: [alert(1)] } as never;
    await expect(client.views.publish({ user_id: ana.id, view: home })).rejects.toMatchObject(
      code("invalid_arguments"),
    );
    const view = { ...modal(), blocks: [alert(200, { level: "info" })] } as never;
    expect(await client.views.open({ trigger_id, view })).toMatchObject({ ok: true });
  });

  it("stacks three high", async () => {
    const { workspace, ana, client, newTriggerWithin } = await openForm();
    const push = async () => client.views.push({ trigger_id: await newTriggerWithin(), view: modal() });
    const second = await push();
    expect(second.view).toMatchObject({ previous_view_id: "V0000000001", root_view_id: "V0000000001" });
    await push();
    await expect(push()).rejects.toMatchObject(code("push_limit_reached"));
    const front = workspace.modal(ana);
    if (front) await ana.closes(front);
    expect(workspace.modal(ana)?.id).toBe("V0000000002");
  });

  it("is pushed only from within, and opened from elsewhere", async () => {
    const { workspace, client, newTrigger, newTriggerWithin } = await openForm();
    const fromCommand = await newTrigger();
    await expect(client.views.push({ trigger_id: fromCommand, view: modal() })).rejects.toMatchObject(
      code("invalid_trigger_id"),
    );
    expect(await client.views.open({ trigger_id: fromCommand, view: modal() })).toMatchObject({ ok: true });
    expect(workspace.data.warnings).toEqual([]);
    await client.views.open({ trigger_id: await newTriggerWithin(), view: modal() });
    expect(workspace.data.warnings).toMatchObject([
      expect.stringContaining("views.open from within a modal"),
    ]);
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
    const { client, newTriggerWithin } = await openForm({ external_id: "mine" });
    const view = modal({ external_id: "mine" });
    await expect(client.views.push({ trigger_id: await newTriggerWithin(), view })).rejects.toMatchObject(
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
});
