import { describe, expect, it } from "vitest";
import { connectedCall, sized } from "./sized.ts";

const plain = (length: number) => ({ type: "plain_text", text: sized(length) });
const mrkdwn = (length: number) => ({ type: "mrkdwn", text: sized(length) });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

const option = (index: number) => ({
  text: { type: "plain_text", text: `Option ${index}` },
  value: `${index}`,
});
const button = (fields: object = {}) => ({
  type: "button",
  text: { type: "plain_text", text: "Go" },
  ...fields,
});
const actions = (...elements: readonly object[]) => ({ type: "actions", elements });
const select = (fields: object) => actions({ type: "static_select", options: [option(0)], ...fields });
const input = (element: object, fields: object = {}) => ({
  type: "input",
  label: { type: "plain_text", text: "Label" },
  element,
  ...fields,
});
const confirm = (fields: object) =>
  actions(
    button({ confirm: { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...fields } }),
  );
const url = (length: number) => `https://e.example/${sized(length - "https://e.example/".length)}`;

/** What has a largest size, that size, and a block that has it. */
const largest: readonly (readonly [string, number, (size: number) => object])[] = [
  ["header text", 150, (n) => ({ type: "header", text: plain(n) })],
  ["section text", 3000, (n) => ({ type: "section", text: mrkdwn(n) })],
  ["section fields", 10, (n) => ({ type: "section", fields: times(n, () => plain(1)) })],
  ["a section's field", 2000, (n) => ({ type: "section", fields: [mrkdwn(n)] })],
  ["context elements", 10, (n) => ({ type: "context", elements: times(n, () => mrkdwn(1)) })],
  ["actions elements", 25, (n) => actions(...times(n, () => button()))],
  ["block_id", 255, (n) => ({ type: "divider", block_id: sized(n) })],
  ["action_id", 255, (n) => actions(button({ action_id: sized(n) }))],
  ["button text", 75, (n) => actions({ type: "button", text: plain(n) })],
  ["button value", 2000, (n) => actions(button({ value: sized(n) }))],
  ["button url", 3000, (n) => actions(button({ url: url(n) }))],
  ["accessibility_label", 75, (n) => actions(button({ accessibility_label: sized(n) }))],
  ["select placeholder", 150, (n) => select({ placeholder: plain(n) })],
  ["select options", 100, (n) => select({ options: times(n, option) })],
  [
    "option groups",
    100,
    (n) =>
      select({
        options: undefined,
        option_groups: times(n, (at) => ({ label: plain(1), options: [option(at)] })),
      }),
  ],
  [
    "option group label",
    75,
    (n) => select({ options: undefined, option_groups: [{ label: plain(n), options: [option(0)] }] }),
  ],
  ["option text", 75, (n) => select({ options: [{ text: plain(n), value: "1" }] })],
  ["option value", 150, (n) => select({ options: [{ text: plain(1), value: sized(n) }] })],
  ["option description", 75, (n) => select({ options: [{ ...option(0), description: plain(n) }] })],
  ["overflow options", 5, (n) => actions({ type: "overflow", options: times(n, option) })],
  ["overflow url", 3000, (n) => actions({ type: "overflow", options: [{ ...option(0), url: url(n) }] })],
  ["radio buttons", 10, (n) => actions({ type: "radio_buttons", options: times(n, option) })],
  ["checkboxes", 10, (n) => actions({ type: "checkboxes", options: times(n, option) })],
  ["input label", 2000, (n) => input({ type: "plain_text_input" }, { label: plain(n) })],
  ["input hint", 2000, (n) => input({ type: "plain_text_input" }, { hint: plain(n) })],
  ["input placeholder", 150, (n) => input({ type: "plain_text_input", placeholder: plain(n) })],
  ["input max_length", 3000, (n) => input({ type: "plain_text_input", max_length: n })],
  ["input min_length", 3000, (n) => input({ type: "plain_text_input", min_length: n })],
  ["input initial_value", 3000, (n) => input({ type: "plain_text_input", initial_value: sized(n) })],
  ["confirm title", 100, (n) => confirm({ title: plain(n) })],
  ["confirm text", 300, (n) => confirm({ text: mrkdwn(n) })],
  ["confirm button", 30, (n) => confirm({ deny: plain(n) })],
];

describe("A block", () => {
  it.each(largest)("takes %s up to %i and no more", async (_, size, make) => {
    const post = await connectedCall("chat.postMessage");
    expect(await post({ text: "t", blocks: [make(size)] })).toMatchObject({ ok: true });
    expect(await post({ text: "t", blocks: [make(size + 1)] })).toMatchObject({
      ok: false,
      error: "invalid_blocks",
    });
  });

  it.each([
    ["an unknown block", { type: "carousel" }, "unsupported type [json-pointer:/blocks/0/type]"],
    [
      "an alert, which is for modals",
      { type: "alert", text: plain(1) },
      "unsupported type [json-pointer:/blocks/0/type]",
    ],
    [
      "a field that Slack does not know",
      { type: "divider", colour: "red" },
      "invalid additional property: colour [json-pointer:/blocks/0]",
    ],
    [
      "an empty text",
      { type: "header", text: plain(0) },
      "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "a text that is too long",
      { type: "header", text: plain(151) },
      "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "too many elements",
      actions(...times(26, () => button())),
      "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ],
    [
      "a header in mrkdwn",
      { type: "header", text: mrkdwn(1) },
      "must be one of: plain_text [json-pointer:/blocks/0/text/type]",
    ],
    [
      "a header without text",
      { type: "header" },
      "missing required field: text [json-pointer:/blocks/0/text]",
    ],
    [
      "a section of nothing",
      { type: "section" },
      "must define either `text` or `fields` [json-pointer:/blocks/0]",
    ],
    [
      "a text that is a number",
      { type: "header", text: { type: "plain_text", text: 1 } },
      "must provide a string [json-pointer:/blocks/0/text/text]",
    ],
    [
      "a button of another colour",
      actions(button({ style: "green" })),
      "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ],
    [
      "a url that is none",
      actions(button({ url: "nowhere" })),
      "must be a valid url [json-pointer:/blocks/0/elements/0/url]",
    ],
    ["no elements", actions(), "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"],
    [
      "an input among actions",
      actions({ type: "plain_text_input" }),
      "unsupported type [json-pointer:/blocks/0/elements/0/type]",
    ],
    [
      "an action_id twice in a block",
      actions(button({ action_id: "a" }), button({ action_id: "a" })),
      '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      "options and groups at once",
      select({ option_groups: [{ label: plain(1), options: [option(0)] }] }),
      "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
    ],
    [
      "an initial option that is none of the options",
      select({ initial_option: option(9) }),
      "initial_option must match one of the options [json-pointer:/blocks/0/elements/0]",
    ],
    [
      "initial checks that are none of the options",
      actions({ type: "checkboxes", options: [option(0)], initial_options: [option(9)] }),
      "initial_options must match the options [json-pointer:/blocks/0/elements/0]",
    ],
    [
      "a least length above the greatest",
      input({ type: "plain_text_input", min_length: 5, max_length: 4 }),
      "min_length must not exceed max_length [json-pointer:/blocks/0/element]",
    ],
  ])("is refused with where and why: %s", async (_, block, complaint) => {
    const post = await connectedCall("chat.postMessage");
    const refusal = await post({ text: "t", blocks: [block] });
    expect(refusal).toMatchObject({ ok: false, error: "invalid_blocks" });
    expect(refusal.errors).toContain(complaint);
    expect(refusal.response_metadata?.messages).toContain(`[ERROR] ${complaint}`);
  });

  it("is refused when another has its block_id", async () => {
    const post = await connectedCall("chat.postMessage");
    const twice = [
      { type: "divider", block_id: "b" },
      { type: "divider", block_id: "b" },
    ];
    expect((await post({ text: "t", blocks: twice })).errors).toEqual([
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ]);
  });

  it("may hold points in time as rich text, which need a whole number and a format", async () => {
    const post = await connectedCall("chat.postMessage");
    const within = (part: string, elements: readonly object[]) =>
      post({ text: "t", blocks: [{ type: "rich_text", elements: [{ type: part, elements }] }] });
    const date = { type: "date", timestamp: 1_700_000_000, format: "{date_short}, {time}" };
    const at = "[json-pointer:/blocks/0/elements/0/elements/0";
    for (const fields of [
      {},
      { fallback: "14 Nov 2023, 22:13 UTC" },
      { url: "https://example.com", timezone: "Asia/Ho_Chi_Minh", style: { bold: true } },
    ])
      expect(await within("rich_text_section", [{ ...date, ...fields }])).toMatchObject({ ok: true });
    expect(await within("rich_text_quote", [date])).toMatchObject({ ok: true });
    for (const timestamp of ["1700000000", 1_700_000_000.5])
      expect((await within("rich_text_section", [{ ...date, timestamp }])).errors).toEqual([
        `must provide an integer ${at}/timestamp]`,
      ]);
    expect((await within("rich_text_section", [{ ...date, timestamp: undefined }])).errors).toEqual([
      `missing required field: timestamp ${at}/timestamp]`,
    ]);
    expect((await within("rich_text_section", [{ ...date, format: undefined }])).errors).toEqual([
      `missing required field: format ${at}/format]`,
    ]);
    expect((await within("rich_text_section", [{ ...date, text: "now" }])).errors).toEqual([
      `invalid additional property: text ${at}]`,
    ]);
    expect((await within("rich_text_section", [{ ...date, style: { code: true } }])).errors).toEqual([
      `invalid additional property: code ${at}/style]`,
    ]);
    expect(await within("rich_text_preformatted", [date])).toMatchObject({ error: "invalid_blocks" });
  });

  it("may hold a person's own words as rich text", async () => {
    const post = await connectedCall("chat.postMessage");
    const words = [{ type: "text", text: "*not bold*", style: { code: true } }];
    const list = {
      type: "rich_text_list",
      style: "bullet",
      elements: [{ type: "rich_text_section", elements: words }],
    };
    expect(await post({ text: "t", blocks: [{ type: "rich_text", elements: [list] }] })).toMatchObject({
      ok: true,
    });
  });
});
