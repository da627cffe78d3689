import { describe, expect, it } from "vitest";
import { parsePress, pressSchema } from "../../../adapters/slack/parsing/parse-press.ts";

const button = {
  action_id: "press-0",
  value: "1.home.-.en",
  text: { type: "plain_text", text: "Topics" },
};

function press(fields: object = {}) {
  return parsePress(
    pressSchema.parse({
      trigger_id: "t1",
      team: { id: "T1" },
      user: { id: "U1", name: "ana" },
      container: { type: "message", channel_id: "C1", message_ts: "5.0" },
      actions: [button],
      ...fields,
    }),
  );
}

describe("a press", () => {
  it("has its token, its button's label and its place", () => {
    const { incoming, label, place } = press();
    expect(incoming).toMatchObject({
      id: "slack/T1/press/t1",
      person: "slack/T1/U1",
      name: "ana",
      input: { kind: "press", token: "1.home.-.en" },
    });
    expect(JSON.parse(incoming.address.data)).toEqual(place);
    expect(place).toEqual({ kind: "thread", channel: "C1", thread: "5.0", user: "U1" });
    expect(label).toBe("Topics");
  });

  it("of an option has its value and label", () => {
    const option = { text: { type: "plain_text", text: "A key" }, value: "1.show.lost-key.en" };
    const { incoming, label } = press({
      actions: [{ action_id: "press-0", text: button.text, selected_option: option }],
    });
    expect(incoming.input).toEqual({ kind: "press", token: "1.show.lost-key.en" });
    expect(label).toBe("A key");
  });

  it("in the App Home's search field is a question without a label", () => {
    const { incoming, label, place } = press({
      container: { type: "view" },
      actions: [{ action_id: "search", value: "my window is stuck" }],
    });
    expect(incoming.input).toEqual({ kind: "question", text: "my window is stuck", hasPicture: false });
    expect({ label, place }).toEqual({ label: undefined, place: { kind: "home", user: "U1" } });
  });

  it("has the dedupe key of its double click, and no other", () => {
    const { dedupeKey } = press();
    expect(press({ trigger_id: "t2" }).dedupeKey).toBe(dedupeKey);
    const others = [
      { user: { id: "U2" } },
      { container: { type: "message", channel_id: "C1", message_ts: "6.0" } },
      { actions: [{ ...button, value: "1.solved.lost-key.en" }] },
    ];
    for (const other of others) expect(press(other).dedupeKey).not.toBe(dedupeKey);
  });
});
