import { z } from "zod";
import { components as componentLimits, embed as embedLimits, message as limits } from "../limits.ts";
import { isV2 } from "../state/flags.ts";
import { allowedMentions } from "./allowed-mentions.ts";
import { type TopLevel, topLevel } from "./components.ts";
import { embed, sizeOf } from "./embeds.ts";
import { complaint, findRepeated, list, maybe, snowflake, text } from "./fields.ts";
import { leavesOf, textOf } from "./flatten-components.ts";

const attachment = z.strictObject({
  id: z.union([snowflake, z.int()]).transform(String),
  filename: maybe(text(1, 1024)),
  description: maybe(text(0, 1024)),
  title: maybe(text(0, 1024)),
  is_spoiler: maybe(z.boolean()),
});

const reference = z.strictObject({
  message_id: snowflake,
  channel_id: maybe(snowflake),
  guild_id: maybe(snowflake),
  fail_if_not_exists: maybe(z.boolean()),
  type: maybe(z.literal(0)),
});

/**
 * resources/message#create-message, #edit-message, resources/webhook#execute-webhook. discord.js sends the same fields
 * wherever a message goes, and Discord leaves those that mean nothing there alone. Polls are not spoken.
 */
export const messageBody = z
  .strictObject({
    content: maybe(text(0, limits.content)),
    embeds: maybe(list(embed, 0, limits.embeds)),
    components: maybe(list(topLevel, 0, componentLimits.total)),
    allowed_mentions: maybe(allowedMentions),
    flags: maybe(z.int()),
    attachments: maybe(list(attachment, 0, limits.attachments)),
    tts: maybe(z.boolean()),
    nonce: maybe(z.union([z.int(), text(0, limits.nonce)])),
    enforce_nonce: maybe(z.boolean()),
    sticker_ids: maybe(list(snowflake, 0, limits.stickers)),
    message_reference: maybe(reference),
    username: maybe(text(1, 80)),
    avatar_url: maybe(z.url()),
  })
  .superRefine(checkWhole);

export type MessageBody = z.infer<typeof messageBody>;

interface Whole {
  readonly content?: string | undefined;
  readonly embeds?: readonly z.infer<typeof embed>[] | undefined;
  readonly components?: readonly TopLevel[] | undefined;
  readonly flags?: number | undefined;
}

/** What only the whole message can break. */
function checkWhole(
  { content: said, embeds = [], components = [], flags = 0 }: Whole,
  context: z.RefinementCtx,
): void {
  const complain = (path: (string | number)[], code: string, sentence: string) =>
    context.addIssue({ code: "custom", path, message: complaint(code, sentence) });
  if (sizeOf(embeds) > embedLimits.total)
    complain(
      ["embeds"],
      "MAX_EMBED_SIZE_EXCEEDED",
      `Embed size exceeds maximum size of ${embedLimits.total}`,
    );
  if (isV2(flags)) {
    checkV2({ said, embeds: embeds.length, components }, complain);
  } else {
    checkClassic(components, complain);
  }
  const ids = leavesOf(components).flatMap(({ path, component }) =>
    "custom_id" in component && component.custom_id !== undefined ? [{ path, id: component.custom_id }] : [],
  );
  for (const at of findRepeated(ids.map(({ id }) => id)))
    complain(
      ["components", ...(ids[at]?.path ?? []), "custom_id"],
      "COMPONENT_CUSTOM_ID_DUPLICATED",
      "Component custom id cannot be duplicated",
    );
}

type Complain = (path: (string | number)[], code: string, sentence: string) => void;

interface V2 {
  readonly said: string | undefined;
  readonly embeds: number;
  readonly components: readonly TopLevel[];
}

/** components/reference: with Components V2 nothing else can be said, and there is an end to it */
function checkV2({ said, embeds, components }: V2, complain: Complain): void {
  const legacy = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
  for (const [field, isUsed] of [
    ["content", said],
    ["embeds", embeds],
  ] as const) {
    if (isUsed)
      complain(
        [field],
        legacy,
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
  if (leavesOf(components).length > componentLimits.total)
    complain(
      ["components"],
      "BASE_TYPE_BAD_LENGTH",
      `Must be between 1 and ${componentLimits.total} in length.`,
    );
  if (textOf(components).length > limits.v2Text)
    complain(
      ["components"],
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      `Displayable text exceeds maximum size of ${limits.v2Text}`,
    );
}

function checkClassic(components: readonly TopLevel[], complain: Complain): void {
  if (components.length > componentLimits.rows)
    complain(
      ["components"],
      "BASE_TYPE_BAD_LENGTH",
      `Must be between 1 and ${componentLimits.rows} in length.`,
    );
  for (const [at, { type }] of components.entries()) {
    if (type !== 1)
      complain(
        ["components", at, "type"],
        "UNION_TYPE_CHOICES",
        'Value of field "type" must be one of (1,).',
      );
  }
}
