import { RESTJSONErrorCodes as codes } from "discord.js";

/**
 * What Discord's refusals mean, and what is done:
 * - `passes`: Discord is busy or unreachable, or asks to wait. The request is repeated within seconds; what is still not
 *   sent then is redelivered. The request may have been executed all the same.
 * - `stays`: the same request is refused again. The person is told by another way: an ephemeral message where there is
 *   an interaction, or their DMs.
 * - `dmsClosed`: the person accepts no DMs. They are told where they are.
 * - `gone`: there is nobody to tell any more. The event is finished.
 * - `expired`: the interaction can't be answered any more. The answer goes as a message.
 * - `acknowledged`: the interaction has its initial response. An earlier attempt arrived, but its result was lost.
 * - `token`: Discord does not accept the bot's token. The bot is not ready, and tries again.
 */
export type Refusal = "passes" | "stays" | "dmsClosed" | "gone" | "expired" | "acknowledged" | "token";

/**
 * The JSON error codes that are told apart: topics/opcodes-and-status-codes#json-json-error-codes. What is not here
 * `stays`, and is logged once as unknown.
 */
const refusalsByCode = {
  passes: [
    codes.ActionCannotBePerformedDueToSlowmodeRateLimit,
    codes.AnnouncementEditLimitExceeded,
    codes.ChannelSendRateLimit,
    codes.ServerSendRateLimit,
    codes.OpeningDirectMessagesTooFast,
    codes.SendMessagesHasBeenTemporarilyDisabled,
    codes.FeatureTemporarilyDisabledServerSide,
    codes.ServiceResourceIsBeingRateLimited,
    // Cloudflare's block, told as JSON: discord/discord-api-docs#6473
    codes.CloudflareIsBlockingYourRequest,
    codes.IndexNotYetAvailable,
    codes.ApplicationNotYetAvailable,
    codes.APIResourceOverloaded,
  ],
  dmsClosed: [
    codes.CannotSendMessagesToThisUser,
    codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    // The bot is quarantined and may open no DMs: discord/discord-api-docs#2669
    20_026,
    codes.AccessToJoiningNewServersHasBeenLimitedForTheUser,
  ],
  gone: [codes.UnknownAccount, codes.UnknownUser, codes.InvalidRecipients],
  expired: [
    codes.UnknownInteraction,
    codes.UnknownWebhook,
    codes.InvalidWebhookToken,
    codes.ApplicationInteractionFailedToSend,
    codes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
  ],
  acknowledged: [codes.InteractionHasAlreadyBeenAcknowledged],
  token: [codes.UnknownToken, codes.InvalidToken],
  stays: [
    // What the message was for is gone.
    codes.UnknownChannel,
    codes.UnknownGuild,
    codes.UnknownMember,
    codes.UnknownMessage,
    codes.UnknownRole,
    codes.UnknownTag,
    // Permissions and gates.
    codes.NotAuthorizedToPerformThisActionOnThisApplication,
    codes.ThisActionRequiresAPremiumSubscription,
    codes.OnlyTheOwnerOfThisAccountCanPerformThisAction,
    codes.UnderMinimumAge,
    codes.Unauthorized,
    codes.VerifyYourAccount,
    codes.UserBannedFromThisGuild,
    codes.ConnectionHasBeenRevoked,
    codes.MissingAccess,
    codes.InvalidAccountType,
    codes.CannotExecuteActionOnDMChannel,
    codes.ChannelVerificationLevelTooHighForYouToGainAccess,
    codes.MissingPermissions,
    codes.InvalidMFALevel,
    codes.MissingRequiredOAuth2Scope,
    codes.ServerNotAvailableInYourLocation,
    codes.ServerNeedsMonetizationEnabledToPerformThisAction,
    codes.ServerNeedsMoreBoostsToPerformThisAction,
    codes.TheUserAccountMustFirstBeVerified,
    codes.TwoFactorAuthenticationIsRequired,
    codes.CannotReplyWithoutPermissionToReadMessageHistory,
    codes.CannotReferenceAMessageWithoutPermissionToReadMessageHistory,
    codes.NSFWChannelMessageReferenceNotAllowed,
    codes.AccessToFileUploadsHasBeenLimitedForThisGuild,
    codes.ProvisionalAccountsPermissionNotGranted,
    // Places where no message can be posted.
    codes.CannotSendAMessageInAForumChannel,
    codes.TagRequiredToCreateAForumPostInThisChannel,
    codes.ThereAreNoTagsAvailableThatCanBeSetByNonModerators,
    codes.CannotSendMessagesInNonTextChannel,
    codes.CannotExecuteActionOnSystemMessage,
    codes.CannotExecuteActionOnThisChannelType,
    codes.InvalidActionOnArchivedThread,
    codes.ThreadLocked,
    codes.MaximumThreadParticipantsReached,
    codes.MaximumActiveThreads,
    codes.MaximumActiveAnnouncementThreads,
    codes.MaximumNumberOfGuildChannelsReached,
    codes.MaximumNumberOfRecipientsReached,
    codes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
    codes.ThreadAlreadyCreatedForMessage,
    // What the message says.
    codes.ExplicitContentCannotBeSentToTheDesiredRecipient,
    codes.StageTopicServerNameServerDescriptionOrChannelNamesContainDisallowedWords,
    codes.MessageWasBlockedByAutomaticModeration,
    codes.TitleWasBlockedByAutomaticModeration,
    codes.MessageBlockedByHarmfulLinksFilter,
    codes.RequestEntityTooLarge,
    codes.MaximumNumberOfAttachmentsInAMessageReached,
    codes.CannotEditMessageAuthoredByAnotherUser,
    codes.CannotSendAnEmptyMessage,
    codes.InvalidFormBodyOrContentType,
    codes.FileUploadedExceedsMaximumSize,
    codes.InvalidFileUploaded,
    codes.InvalidMessageType,
    codes.InvalidGuild,
    codes.RequestBodyContainsInvalidJSON,
    codes.ProvidedFileIsInvalid,
    codes.ProvidedFileTypeIsInvalid,
    codes.UploadedFileNotFound,
  ],
} satisfies Readonly<Record<Refusal, readonly number[]>>;

const known: ReadonlyMap<number, Refusal> = new Map(
  refusals().flatMap((refusal) => refusalsByCode[refusal].map((code) => [code, refusal] as const)),
);

function refusals(): readonly Refusal[] {
  return ["passes", "dmsClosed", "gone", "expired", "acknowledged", "token", "stays"];
}

/** HTTP statuses that pass whatever the code: topics/opcodes-and-status-codes#http */
const passingStatuses: readonly number[] = [408, 425, 429];

/** What an error of Discord's means; undefined for a code that is not known. */
export function findRefusal(status: number, code: number | string): Refusal | undefined {
  const refusal = known.get(Number(code));
  if (refusal !== undefined) return refusal;
  if (status >= 500 || passingStatuses.includes(status)) return "passes";
  return status === 401 ? "token" : undefined;
}
