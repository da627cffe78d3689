import { RESTJSONErrorCodes as codes, DiscordAPIError } from "discord.js";

/**
 * Why a request failed.
 * - `alreadyAcknowledged`: the interaction has its initial response. An earlier attempt arrived, but its result was lost.
 * - `interactionExpired`: the interaction can't be answered any more.
 * - `dmsClosed`: the person accepts no DMs from the bot.
 * - `channelUnavailable`: the bot can't post there, or the channel is gone.
 * - `unknownOutcome`: a network error or a server error, so the request may have succeeded.
 * - `final`: anything else. Trying again does not help.
 */
export type ApiFailure =
  | "alreadyAcknowledged"
  | "interactionExpired"
  | "dmsClosed"
  | "channelUnavailable"
  | "unknownOutcome"
  | "final";

/** topics/opcodes-and-status-codes#json-json-error-codes */
const failureCodes: readonly (readonly [ApiFailure, readonly number[]])[] = [
  ["alreadyAcknowledged", [codes.InteractionHasAlreadyBeenAcknowledged]],
  ["interactionExpired", [codes.UnknownInteraction, codes.InvalidWebhookToken, codes.UnknownWebhook]],
  [
    "dmsClosed",
    [codes.CannotSendMessagesToThisUser, codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds],
  ],
  [
    "channelUnavailable",
    [
      codes.UnknownChannel,
      codes.MissingAccess,
      codes.MissingPermissions,
      codes.ThreadLocked,
      codes.CannotReplyWithoutPermissionToReadMessageHistory,
    ],
  ],
];

/** Reads the cause of a failure from what discord.js threw. */
export function readApiFailure(error: unknown): ApiFailure {
  if (!(error instanceof DiscordAPIError)) return "unknownOutcome";
  return failureCodes.find(([, known]) => known.some((code) => code === error.code))?.[0] ?? "final";
}

export function isThreadAlreadyCreated(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === codes.ThreadAlreadyCreatedForMessage;
}
