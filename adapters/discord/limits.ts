/** Discord's limits, in characters or pieces, each with the page under docs.discord.com/developers that states it. */

/** components/reference: all text of a message with Components V2 */
export const messageText = 4000;
/** components/reference#action-row: buttons in a row */
export const buttonsPerRow = 5;
/** components/reference: components of a message with Components V2, nested ones among them */
export const messageComponents = 40;
/** components/reference#button */
export const buttonLabel = 80;
/** components/reference#button; longer addresses can't be a link button */
export const buttonUrl = 512;
/** interactions/application-commands: choices of an autocomplete, and characters of each */
export const optionsShown = 25;
export const optionText = 100;
/** interactions/receiving-and-responding#interaction-response-object-modal */
export const modalTitle = 45;
export const modalComponents = 5;
/** components/reference#label */
export const fieldLabel = 45;
export const fieldDescription = 100;
/** components/reference#text-input */
export const inputText = 4000;
/** components/reference#string-select: options, and characters of the label of one */
export const selectOptions = 25;
export const selectText = 100;
/** resources/channel#start-thread-from-message */
export const threadName = 100;
/** topics/threads: tags on a post */
export const postTags = 5;
/** interactions/receiving-and-responding#followup-messages: how long an interaction can be answered, in milliseconds */
export const interactionToken = 15 * 60_000;
/** resources/message#create-message */
export const nonceLength = 25;
