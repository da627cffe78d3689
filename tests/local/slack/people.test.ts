import { describe, expect, it } from "vitest";
import { openWorkspace } from "./connect-app.ts";
import { awaitNth, call, connectRaw, ofType } from "./raw-app.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const option = (text: string, value: string) => ({ text: plain(text), value });
const options = [option("Root", "root"), option("IAM", "iam")];
const blocks = [
  {
    type: "actions",
    block_id: "choices",
    elements: [
      { type: "static_select", action_id: "select", options },
      { type: "overflow", action_id: "more", options },
      { type: "radio_buttons", action_id: "radio", options },
      { type: "checkboxes", action_id: "checks", options, initial_options: [options[1]] },
      { type: "button", action_id: "page", text: plain("Page"), url: "https://e.example" },
    ],
  },
  {
    type: "input",
    block_id: "loud",
    label: plain("Say more"),
    dispatch_action: true,
    element: { type: "plain_text_input", action_id: "words" },
  },
];

async function openChoices() {
  const { workspace, ana, channel } = await openWorkspace();
  const app = await connectRaw(workspace, true);
  await call(workspace, "chat.postMessage", { channel, text: "Choose", blocks });
  const [message] = workspace.messagesSeenBy(ana, channel);
  if (!message) throw new Error("no message");
  const lastAction = async () => {
    const { payload } = await awaitNth(workspace, app, "interactive", ofType(app, "interactive").length - 1);
    return { ...payload.actions[0], values: payload.state.values };
  };
  return { workspace, ana, channel, message, app, lastAction };
}

describe("Somebody", () => {
  it.each(["select", "radio", "more"])("picks from %s", async (element) => {
    const { ana, message, lastAction } = await openChoices();
    expect(await ana.picks(message, element, "IAM")).toEqual({ kind: "acknowledged" });
    expect(await lastAction()).toMatchObject({
      action_id: element,
      block_id: "choices",
      selected_option: options[1],
    });
  });

  it("ticks and unticks, and the app hears the state of all fields", async () => {
    const { ana, message, lastAction } = await openChoices();
    await ana.picks(message, "checks", "Root");
    expect(await lastAction()).toMatchObject({ selected_options: [options[1], options[0]] });
    await ana.picks(message, "checks", "iam");
    expect(await lastAction()).toMatchObject({
      selected_options: [options[0]],
      values: { choices: { checks: { selected_options: [options[0]] }, select: { selected_option: null } } },
    });
  });

  it("types into a field that tells the app at once", async () => {
    const { ana, message, lastAction } = await openChoices();
    expect(await ana.enters(message, "Say more", "my phone")).toEqual({ kind: "acknowledged" });
    expect(await lastAction()).toMatchObject({
      type: "plain_text_input",
      action_id: "words",
      value: "my phone",
    });
  });

  it("presses a button that opens a page, which the app hears too", async () => {
    const { ana, message, lastAction } = await openChoices();
    expect(await ana.presses(message, "Page")).toEqual({ kind: "acknowledged" });
    expect(await lastAction()).toMatchObject({ type: "button", url: "https://e.example" });
  });

  it("can only do what is there to do", async () => {
    const { workspace, ana, channel, message } = await openChoices();
    const ben = workspace.person("ben");
    const secret = workspace.channel("secret", { members: [ana], isPrivate: true });
    const hidden = ana.says(secret, "psst");
    await expect(ana.presses(message, "Nothing")).rejects.toThrow(
      'no element is called "Nothing"; there are: ',
    );
    await expect(ana.presses(message, "select")).rejects.toThrow("is not a button");
    await expect(ana.picks(message, "select", "Neither")).rejects.toThrow("there are: Root, IAM");
    await expect(ana.picks(message, "page", "Root")).rejects.toThrow('no option is called "Root"');
    await expect(ana.enters(message, "select", "x")).rejects.toThrow("nothing can be typed");
    await expect(ben.presses(hidden, "x")).rejects.toThrow("ben sees no message");
    await expect(ben.types(channel, "/aws-help")).rejects.toThrow("ben is not in the channel");
    expect(() => ben.says(channel, "hi")).toThrow("ben is not in the channel");
    expect(() => ana.says(channel, "hi", { thread: "1.000000" })).toThrow("no message 1.000000");
    expect(() => ana.edits(message, "hi")).toThrow("ana did not write that message");
    expect(() => ana.deletes(message)).toThrow("ana did not write that message");
    expect(workspace.messagesSeenBy(ben, secret)).toEqual([]);
  });

  it("has no commands and shortcuts of an app without the scope", async () => {
    const { ana, channel } = await openWorkspace({ scopes: ["chat:write"] });
    await expect(ana.types(channel, "/aws-help")).rejects.toThrow("lacks the scope commands");
    await expect(ana.usesShortcut("ask")).rejects.toThrow("lacks the scope commands");
  });

  it("is the same person under the same name", async () => {
    const { workspace, ana } = await openWorkspace();
    expect(workspace.person("ana")).toBe(ana);
    expect(workspace.person("ben").id).not.toBe(ana.id);
  });
});

describe("The data", () => {
  it("is plain, and whoever listens hears of each change until they stop", async () => {
    const { workspace, ana, channel } = await openWorkspace();
    let changes = 0;
    const stop = workspace.onChange(() => {
      changes += 1;
    });
    ana.says(channel, "1");
    const heard = changes;
    stop();
    ana.says(channel, "2");
    expect([heard, changes]).toEqual([1, 1]);
    expect(JSON.parse(JSON.stringify(workspace.data)).messages[channel]).toMatchObject([
      { text: "1" },
      { text: "2" },
    ]);
  });

  it("time out when a wait is over", async () => {
    const { workspace } = await openWorkspace();
    await expect(workspace.until(() => undefined, 10)).rejects.toThrow("timed out after 10 ms");
    await expect(
      workspace.until(() => {
        throw new Error("seen");
      }),
    ).rejects.toThrow("seen");
  });
});
