import type { types } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { modal, plain } from "./open-form.ts";
import { awaitNth, call, connectRaw } from "./raw-app.ts";

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
