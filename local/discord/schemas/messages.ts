import { z } from "zod";
import { components as componentLimits, embed as embedLimits, message as limits } from "../limits.ts";
import { isV2 } from "../state/flags.ts";
import { allowedMentions } from "./allowed-mentions.ts";
import { type TopLevelComponent, topLevel } from "./components.ts";
import { embed, textLengthOf } from "./embeds.ts";
import { errorText, findDuplicates, list, optional, snowflake, text } from "./fields.ts";
import { displayTextOf, flattenComponents } from "./flatten-components.ts";

const attachment = z.strictObject({
  id: z.union([snowflake, z.int()]).transform(String),
  filename: optional(text(1, 1024)),
  description: optional(text(0, 1024)),
  title: optional(text(0, 1024)),
  is_spoiler: optional(z.boolean()),
});

const reference = z.strictObject({
  message_id: snowflake,
  channel_id: optional(snowflake),
  guild_id: optional(snowflake),
  fail_if_not_exists: optional(z.boolean()),
  type: optional(z.literal(0)),
});

/**
 * resources/message#create-message, #edit-message, resources/webhook#execute-webhook. discord.js sends the same fields
 * to all of these, and Discord ignores those that do not apply. Polls are not supported.
 */
export const messageBody = z
  .strictObject({
    content: optional(text(0, limits.content)),
    embeds: optional(list(embed, 0, limits.embeds)),
    components: optional(list(topLevel, 0, componentLimits.total)),
    allowed_mentions: optional(allowedMentions),
    flags: optional(z.int()),
    attachments: optional(list(attachment, 0, limits.attachments)),
    tts: optional(z.boolean()),
    nonce: optional(z.union([z.int(), text(0, limits.nonce)])),
    enforce_nonce: optional(z.boolean()),
    sticker_ids: optional(list(snowflake, 0, limits.stickers)),
    message_reference: optional(reference),
    username: optional(text(1, 80)),
    avatar_url: optional(z.url()),
  })
  .superRefine(checkMessage);

export type MessageBody = z.infer<typeof messageBody>;

interface MessageFields {
  readonly content?: string | undefined;
  readonly embeds?: readonly z.infer<typeof embed>[] | undefined;
  readonly components?: readonly TopLevelComponent[] | undefined;
  readonly flags?: number | undefined;
}

/** The rules that span several fields. */
function checkMessage(
  { content, embeds = [], components = [], flags = 0 }: MessageFields,
  context: z.RefinementCtx,
): void {
  const addIssue = (path: (string | number)[], code: string, sentence: string) =>
    context.addIssue({ code: "custom", path, message: errorText(code, sentence) });
  if (textLengthOf(embeds) > embedLimits.total)
    addIssue(
      ["embeds"],
      "MAX_EMBED_SIZE_EXCEEDED",
      `Embed size exceeds maximum size of ${embedLimits.total}`,
    );
  if (isV2(flags)) {
    checkComponentsV2({ content, embeds: embeds.length, components }, addIssue);
  } else {
    checkClassic(components, addIssue);
  }
  const ids = flattenComponents(components).flatMap(({ path, component }) =>
    "custom_id" in component && component.custom_id !== undefined ? [{ path, id: component.custom_id }] : [],
  );
  for (const at of findDuplicates(ids.map(({ id }) => id)))
    addIssue(
      ["components", ...(ids[at]?.path ?? []), "custom_id"],
      "COMPONENT_CUSTOM_ID_DUPLICATED",
      "Component custom id cannot be duplicated",
    );
}

type AddIssue = (path: (string | number)[], code: string, sentence: string) => void;

interface ComponentsV2Fields {
  readonly content: string | undefined;
  readonly embeds: number;
  readonly components: readonly TopLevelComponent[];
}

/** components/reference: Components V2 exclude content and embeds, and have limits of their own */
function checkComponentsV2({ content, embeds, components }: ComponentsV2Fields, addIssue: AddIssue): void {
  const legacy = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
  for (const [field, isUsed] of [
    ["content", content],
    ["embeds", embeds],
  ] as const) {
    if (isUsed)
      addIssue(
        [field],
        legacy,
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
  if (flattenComponents(components).length > componentLimits.total)
    addIssue(
      ["components"],
      "BASE_TYPE_BAD_LENGTH",
      `Must be between 1 and ${componentLimits.total} in length.`,
    );
  if (displayTextOf(components).length > limits.v2Text)
    addIssue(
      ["components"],
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      `Displayable text exceeds maximum size of ${limits.v2Text}`,
    );
}

function checkClassic(components: readonly TopLevelComponent[], addIssue: AddIssue): void {
  if (components.length > componentLimits.rows)
    addIssue(
      ["components"],
      "BASE_TYPE_BAD_LENGTH",
      `Must be between 1 and ${componentLimits.rows} in length.`,
    );
  for (const [at, { type }] of components.entries()) {
    if (type !== 1)
      addIssue(
        ["components", at, "type"],
        "UNION_TYPE_CHOICES",
        'Value of field "type" must be one of (1,).',
      );
  }
}
