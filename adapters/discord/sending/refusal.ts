import { RESTJSONErrorCodes as codes, DiscordAPIError } from "discord.js";

/**
 * What came of a request that failed. `delivered`: an interaction was answered before, by an attempt whose answer was
 * lost. `late`: an interaction can't be answered any more. `closed`: the person takes no direct messages. `nowhere`:
 * there is no such place (any more) for the bot. `unclear`: it may have been done all the same, as nobody heard what
 * Discord said, or it has a fault. `other`: anything else.
 */
export type Refusal = "delivered" | "late" | "closed" | "nowhere" | "unclear" | "other";

/** topics/opcodes-and-status-codes#json-json-error-codes */
const kinds: readonly (readonly [Refusal, readonly number[]])[] = [
  ["delivered", [codes.InteractionHasAlreadyBeenAcknowledged]],
  ["late", [codes.UnknownInteraction, codes.InvalidWebhookToken, codes.UnknownWebhook]],
  [
    "closed",
    [codes.CannotSendMessagesToThisUser, codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds],
  ],
  [
    "nowhere",
    [
      codes.UnknownChannel,
      codes.MissingAccess,
      codes.MissingPermissions,
      codes.ThreadLocked,
      codes.CannotReplyWithoutPermissionToReadMessageHistory,
    ],
  ],
];

export function readRefusal(error: unknown): Refusal {
  if (!(error instanceof DiscordAPIError)) return "unclear";
  return kinds.find(([, known]) => known.some((code) => code === error.code))?.[0] ?? "other";
}

/** A thread was there already. */
export function isThreadThere(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === codes.ThreadAlreadyCreatedForMessage;
}
