import { describe, expect, it } from "vitest";
import type { Core } from "../../../src/platform/adapter.ts";
import { answerWithMenu, coreSaying } from "../../support/core-saying.ts";
import { labelsOf } from "./labels-of.ts";
import { startSlack, type Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];

/** A channel with ana and bo in it, where ana has asked by a mention, and what she was answered. */
async function open(transport: Transport, core?: Core) {
  const { workspace, slack } = await startSlack(transport, {
    workspace: { burst: Number.POSITIVE_INFINITY },
    ...(core && { core }),
  });
  const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
  const channel = workspace.channel("general", { members: [ana, bo] });
  const said = (person = ana, where = channel) =>
    workspace.messagesSeenBy(person, where).filter(({ botId }) => botId !== undefined);
  const answer = (index = 0, person = ana, where = channel) =>
    workspace.until(() => said(person, where)[index]);
  return { workspace, slack, ana, bo, channel, said, answer };
}

describe.each(transports)("a press, by %s", (transport) => {
  it("is answered in the thread, and the pressed message shows what was chosen", async () => {
    const { workspace, ana, channel, said, answer } = await open(transport);
    ana.says(channel, "@signpost I lost my key");
    const first = await answer();
    expect(await ana.presses(first, "Still stuck")).toMatchObject({ kind: "acknowledged" });
    expect((await answer(1)).thread).toBe(first.thread);
    const marked = await workspace.until(() => {
      const labels = labelsOf(said()[0] ?? first);
      return labels.includes("✓ Still stuck") ? labels : undefined;
    });
    expect(marked).toContain("Solved");
  });

  it("on an option of the menu is told by its token, and named on the menu", async () => {
    const { core, heard } = coreSaying({
      kind: "answer",
      answer: answerWithMenu("Here you are."),
      audience: "all",
    });
    const { workspace, ana, channel, said, answer } = await open(transport, core);
    ana.says(channel, "@signpost I lost my key");
    await ana.presses(await answer(), "bill");
    await workspace.until(() => JSON.stringify(said()[0]?.blocks).includes('"text":"✓ bill"') || undefined);
    expect(heard[1]?.input).toEqual({ kind: "press", token: "1.show.bill.en" });
  });

  it("on a private message replaces it and says what was chosen", async () => {
    const { workspace, ana, channel, said, answer } = await open(transport);
    await ana.types(channel, "/aws-help I lost my key");
    await ana.presses(await answer(), "Still stuck");
    const replaced = await workspace.until(() =>
      said().find(({ text }) => text.includes("You chose: Still stuck")),
    );
    expect(replaced.text).toContain("Look once more.");
    expect(said().length).toBe(1);
  });

  it("by somebody else gives them a private copy and leaves the message alone", async () => {
    const { ana, bo, channel, said, answer } = await open(transport);
    ana.says(channel, "@signpost I lost my key");
    const first = await answer();
    await bo.presses(first, "Still stuck");
    expect((await answer(1, bo)).text).toMatch(/^Let's try a few more things/);
    expect(said(ana).length).toBe(1);
    expect(labelsOf(said(ana)[0] ?? first)).toEqual(labelsOf(first));
  });

  it("on a button that opens a page is acknowledged and says nothing", async () => {
    const { ana, said, answer } = await open(transport);
    ana.says(ana.dm, "I lost my key");
    await ana.presses(await answer(0, ana, ana.dm), "Still stuck");
    const second = await answer(1, ana, ana.dm);
    expect(await ana.presses(second, "Open the right page")).toMatchObject({ kind: "acknowledged" });
    expect(said(ana, ana.dm).length).toBe(2);
  });

  it("on a button that nobody knows any more is answered kindly", async () => {
    const { workspace, ana, said, answer } = await open(transport);
    ana.says(ana.dm, "I lost my key");
    const { ts } = await answer(0, ana, ana.dm);
    const text = { type: "plain_text", text: "Old" };
    const old = { type: "actions", elements: [{ type: "button", action_id: "old", value: "0.gone", text }] };
    await fetch(`${workspace.apiUrl}chat.update`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${workspace.botToken}` },
      body: JSON.stringify({ channel: ana.dm, ts, text: "old", blocks: [old] }),
    });
    const [message] = said(ana, ana.dm);
    expect(message && (await ana.presses(message, "Old"))).toMatchObject({ kind: "acknowledged" });
    expect((await answer(1, ana, ana.dm)).text).toMatch(/^That button/);
  });
});

describe.each(transports)("a form, by %s", (transport) => {
  const ask = async () => {
    const { workspace, ana, channel, said, answer } = await open(transport);
    await ana.types(channel, "/aws-help");
    await ana.presses(await answer(), "Describe it myself");
    const modal = await workspace.until(() => workspace.modal(ana));
    return { workspace, ana, said, modal, answer };
  };

  it("opens at once and is answered where it was opened, for the same eyes", async () => {
    const { ana, modal, answer } = await ask();
    expect(await ana.submits(modal, { question: "my window is stuck" })).toEqual({ kind: "closed" });
    expect((await answer(1)).text).toMatch(/^The window does not open/);
  });

  it("shows what is wrong in it and stays open", async () => {
    const { workspace, ana, modal } = await ask();
    expect(await ana.submits(modal, { question: "?!" })).toEqual({
      kind: "errors",
      errors: { question: "Please write a few words first." },
    });
    expect(workspace.modal(ana)).toBeDefined();
  });
});
