import { beforeAll, describe, expect, it } from "vitest";
import { type Guild, startGuild } from "../../../local/discord/guild.ts";
import { description, takes } from "./openapi/description.ts";
import { ask, flatten, sized } from "./raw.ts";

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

const button = (fields: object = {}) => ({ type: 2, style: 2, label: "Go", custom_id: "go", ...fields });
const numbered = (at: number) => button({ custom_id: `b${at}` });
const row = (...components: readonly object[]) => ({ type: 1, components });
const option = (at: number, fields: object = {}) => ({ label: `Option ${at}`, value: `${at}`, ...fields });
const select = (fields: object = {}) => row({ type: 3, custom_id: "s", options: [option(0)], ...fields });
const rows = (...components: readonly object[]) => ({ content: "t", components });
const buttonIn = (fields: object) => rows(row(button(fields)));
const embed = (fields: object) => ({ embeds: [{ title: "t", ...fields }] });
const v2 = (...components: readonly object[]) => ({ flags: 1 << 15, components });
const say = (length: number) => ({ type: 10, content: sized(length) });
const url = (length: number) => `https://e.example/${sized(length - "https://e.example/".length)}`;

type Limit = readonly [string, number, (size: number) => object];

/** What has a largest size, that size, and a message that has it. */
const messages: readonly Limit[] = [
  ["content", 2000, (n) => ({ content: sized(n) })],
  ["nonce", 25, (n) => ({ content: "t", nonce: sized(n) })],
  ["embeds", 10, (n) => ({ embeds: times(n, () => ({ title: "t" })) })],
  ["embed title", 256, (n) => embed({ title: sized(n) })],
  ["embed description", 4096, (n) => embed({ description: sized(n) })],
  ["embed fields", 25, (n) => embed({ fields: times(n, () => ({ name: "n", value: "v" })) })],
  ["embed field name", 256, (n) => embed({ fields: [{ name: sized(n), value: "v" }] })],
  ["embed field value", 1024, (n) => embed({ fields: [{ name: "n", value: sized(n) }] })],
  ["embed footer", 2048, (n) => embed({ footer: { text: sized(n) } })],
  ["embed author", 256, (n) => embed({ author: { name: sized(n) } })],
  ["embed color", 0xffffff, (n) => embed({ color: n })],
  ["all embeds", 6000, (n) => ({ embeds: [{ description: sized(4000) }, { description: sized(n - 4000) }] })],
  [
    "users that may be pinged",
    100,
    (n) => ({ content: "t", allowed_mentions: { users: times(n, (at) => `1${at}`) } }),
  ],
  [
    "roles that may be pinged",
    100,
    (n) => ({ content: "t", allowed_mentions: { roles: times(n, (at) => `1${at}`) } }),
  ],
  ["rows", 5, (n) => rows(...times(n, (at) => row(numbered(at))))],
  ["buttons in a row", 5, (n) => rows(row(...times(n, numbered)))],
  ["button label", 80, (n) => buttonIn({ label: sized(n) })],
  ["custom_id", 100, (n) => buttonIn({ custom_id: sized(n) })],
  ["button url", 512, (n) => buttonIn({ style: 5, custom_id: undefined, url: url(n) })],
  ["select options", 25, (n) => rows(select({ options: times(n, (at) => option(at)) }))],
  ["select placeholder", 150, (n) => rows(select({ placeholder: sized(n) }))],
  ["option label", 100, (n) => rows(select({ options: [option(0, { label: sized(n) })] }))],
  ["option value", 100, (n) => rows(select({ options: [option(0, { value: sized(n) })] }))],
  ["option description", 100, (n) => rows(select({ options: [option(0, { description: sized(n) })] }))],
  ["components of V2", 40, (n) => v2(...times(n, () => say(1)))],
  ["components of V2, nested", 40, (n) => v2({ type: 17, components: times(n - 1, () => say(1)) })],
  ["text of V2", 4000, (n) => v2(say(3000), say(n - 3000))],
  ["texts of a section", 3, (n) => v2({ type: 9, components: times(n, () => say(1)), accessory: button() })],
  ["items of a gallery", 10, (n) => v2({ type: 12, items: times(n, () => ({ media: { url: url(30) } })) })],
  [
    "description of a picture",
    1024,
    (n) => v2({ type: 12, items: [{ media: { url: url(30) }, description: sized(n) }] }),
  ],
  ["accent of a container", 0xffffff, (n) => v2({ type: 17, accent_color: n, components: [say(1)] })],
];

const text = (name: string, fields: object = {}) => ({ type: 3, name, description: "d", ...fields });
const slash = (fields: object) => ({ name: "n", description: "d", ...fields });
const choice = (at: number, fields: object = {}) => ({ name: `c${at}`, value: "v", ...fields });

const commands: readonly Limit[] = [
  ["name", 32, (n) => slash({ name: sized(n) })],
  ["localised name", 32, (n) => slash({ name_localizations: { vi: sized(n) } })],
  ["description", 100, (n) => slash({ description: sized(n) })],
  ["options", 25, (n) => slash({ options: times(n, (at) => text(`o${at}`)) })],
  ["option name", 32, (n) => slash({ options: [text(sized(n))] })],
  ["option description", 100, (n) => slash({ options: [text("o", { description: sized(n) })] })],
  ["max_length", 6000, (n) => slash({ options: [text("o", { max_length: n })] })],
  ["choices", 25, (n) => slash({ options: [text("o", { choices: times(n, (at) => choice(at)) })] })],
  ["choice name", 100, (n) => slash({ options: [text("o", { choices: [choice(0, { name: sized(n) })] })] })],
  [
    "choice value",
    100,
    (n) => slash({ options: [text("o", { choices: [choice(0, { value: sized(n) })] })] }),
  ],
  [
    "the whole",
    8000,
    (n) => {
      const full = times(40, (at) => choice(at, { name: sized(100), value: sized(98) }));
      const options = [text("a", { choices: full.slice(0, 20) }), text("b", { choices: full.slice(20) })];
      return slash({ options: [...options, text("c", { description: sized(n - 7927) })] });
    },
  ],
];

const threads: readonly Limit[] = [
  ["name", 100, (n) => ({ name: sized(n), type: 11 })],
  ["slow mode", 21_600, (n) => ({ name: "t", type: 11, rate_limit_per_user: n })],
];

describe("Discord's limits", () => {
  let guild: Guild;
  let channel: string;
  beforeAll(async () => {
    const unlimited = Number.POSITIVE_INFINITY;
    guild = await startGuild({ burst: unlimited, perSecond: unlimited, identifyWindowMs: 0 });
    channel = guild.channel("general");
    return () => guild.close();
  });

  const tell = async (path: string, body: object) => {
    const answer = await ask(guild, `POST ${path}`, body);
    return { ...answer, errors: flatten(answer.body.errors) };
  };

  it.each(messages)("for a message: %s, up to %i and no more", async (_, size, make) => {
    const path = `/channels/${channel}/messages`;
    expect(await tell(path, make(size))).toMatchObject({ status: 200, errors: [] });
    expect(await tell(path, make(size + 1))).toMatchObject({ status: 400, body: { code: 50035 } });
    if (description) expect(takes(description, { method: "POST", path, body: make(size) })).toBe(true);
  });

  it.each(commands)("for a command: %s, up to %i and no more", async (_, size, make) => {
    const path = `/applications/${guild.applicationId}/commands`;
    expect(await tell(path, make(size))).toMatchObject({ errors: [] });
    expect(await tell(path, make(size + 1))).toMatchObject({ status: 400, body: { code: 50035 } });
    if (description) expect(takes(description, { method: "POST", path, body: make(size) })).toBe(true);
  });

  it.each(threads)("for a thread: %s, up to %i and no more", async (_, size, make) => {
    const path = `/channels/${channel}/threads`;
    expect(await tell(path, make(size))).toMatchObject({ status: 201, errors: [] });
    expect(await tell(path, make(size + 1))).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it("for commands: 100 that are typed and 15 of a menu", async () => {
    const put = (body: readonly object[]) =>
      ask(guild, `PUT /applications/${guild.applicationId}/commands`, body);
    const typed = (at: number) => slash({ name: `n${at}` });
    const menu = (at: number) => ({ type: 3, name: `Menu ${at}` });
    expect((await put([...times(100, typed), ...times(15, menu)])).list).toHaveLength(115);
    expect((await put(times(101, typed))).body.code).toBe(30032);
    expect((await put(times(16, menu))).body.code).toBe(30032);
  });

  it.each<[string, object, string]>([
    ["an unknown field", { content: "t", colour: 1 }, "colour UNKNOWN_FIELD"],
    ["content that is a number", { content: 1 }, "content STRING_TYPE_CONVERT"],
    ["embeds that are no list", { embeds: {} }, "embeds LIST_TYPE_CONVERT"],
    ["an embed that is no object", { embeds: ["t"] }, "embeds.0 MODEL_TYPE_CONVERT"],
    ["a flag that is no number", { content: "t", flags: "t" }, "flags NUMBER_TYPE_COERCE"],
    ["a color below 0", embed({ color: -1 }), "embeds.0.color NUMBER_TYPE_MIN"],
    ["content that is too long", { content: sized(2001) }, "content BASE_TYPE_MAX_LENGTH"],
    [
      "an address that is none",
      buttonIn({ style: 5, custom_id: undefined, url: "nowhere" }),
      "components.0.components.0.url URL_TYPE_INVALID_URL",
    ],
    [
      "an address of another kind",
      buttonIn({ style: 5, custom_id: undefined, url: "ftp://e.example" }),
      "components.0.components.0.url URL_TYPE_INVALID_SCHEME",
    ],
    ["an unknown component", rows(row({ type: 99 })), "components.0.components.0.type UNION_TYPE_CHOICES"],
    ["an empty row", rows(row()), "components.0.components BASE_TYPE_BAD_LENGTH"],
    [
      "a button without a style",
      rows(row({ type: 2, label: "Go", custom_id: "go" })),
      "components.0.components.0.style BASE_TYPE_CHOICES",
    ],
    [
      "a button without a custom_id",
      buttonIn({ custom_id: undefined }),
      "components.0.components.0.custom_id BASE_TYPE_REQUIRED",
    ],
    [
      "a button with nothing on it",
      buttonIn({ label: undefined }),
      "components.0.components.0.label BASE_TYPE_REQUIRED",
    ],
    [
      "a link with a custom_id",
      buttonIn({ style: 5, url: url(30) }),
      "components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_AND_URL",
    ],
    [
      "a custom_id twice",
      rows(row(button()), row(button())),
      "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    [
      "a select beside a button",
      rows(row(button(), select().components[0] ?? {})),
      "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    [
      "an option's value twice",
      rows(select({ options: [option(0), option(0)] })),
      "components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ],
    [
      "more to pick than there is",
      rows(select({ max_values: 2 })),
      "components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES",
    ],
    ["a text display without V2", rows(say(1)), "components.0.type UNION_TYPE_CHOICES"],
    [
      "content with V2",
      { ...v2(say(1)), content: "t" },
      "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "embeds with V2",
      { ...v2(say(1)), embeds: [{ title: "t" }] },
      "embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "people named and all parsed",
      { content: "t", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],
    [
      "people named twice",
      { content: "t", allowed_mentions: { users: ["1", "1"] } },
      "allowed_mentions.users.1 SET_TYPE_ALREADY_CONTAINS_VALUE",
    ],
    [
      "an id that is none",
      { content: "t", allowed_mentions: { users: ["ana"] } },
      "allowed_mentions.users.0 NUMBER_TYPE_COERCE",
    ],
    [
      "a reply to nothing",
      { content: "t", message_reference: { message_id: "1" } },
      "message_reference MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
    ],
  ])("are told with where and why: %s", async (_, body, complaint) => {
    expect((await tell(`/channels/${channel}/messages`, body)).errors).toContain(complaint);
  });

  it.each<[string, object, string]>([
    ["a name in capitals", slash({ name: "Help" }), "name APPLICATION_COMMAND_INVALID_NAME"],
    ["a name with a space", slash({ name: "aws help" }), "name APPLICATION_COMMAND_INVALID_NAME"],
    ["no description", { name: "n" }, "description BASE_TYPE_REQUIRED"],
    [
      "a language that is not spoken",
      slash({ name_localizations: { tlh: "n" } }),
      "name_localizations.tlh UNKNOWN_FIELD",
    ],
    [
      "a menu with a description",
      { type: 3, name: "Ask", description: "d" },
      "description APPLICATION_COMMAND_DESCRIPTION_INVALID",
    ],
    [
      "an option twice",
      slash({ options: [text("o"), text("o")] }),
      "options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
    ],
    [
      "what is needed after what is not",
      slash({ options: [text("a"), text("b", { required: true })] }),
      "options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ],
    [
      "choices that are completed",
      slash({ options: [text("o", { autocomplete: true, choices: [choice(0)] })] }),
      "options.0.autocomplete APPLICATION_COMMAND_OPTION_AUTOCOMPLETE",
    ],
  ])("of a command are told with where and why: %s", async (_, body, complaint) => {
    expect((await tell(`/applications/${guild.applicationId}/commands`, body)).errors).toContain(complaint);
  });
});
