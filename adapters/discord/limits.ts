/** Discord's limits, each with the page under docs.discord.com/developers that states it. */

/** All text of a message with Components V2: components/reference */
export const maxMessageCharacters = 4000;
/** components/reference#action-row */
export const maxButtonsPerRow = 5;
/** Components of a message with Components V2, including nested ones: components/reference */
export const maxComponentsPerMessage = 40;
/** components/reference#button */
export const maxButtonLabelCharacters = 80;
export const maxButtonUrlCharacters = 512;
/** interactions/application-commands */
export const maxAutocompleteChoices = 25;
export const maxChoiceCharacters = 100;
/** interactions/receiving-and-responding#interaction-response-object-modal */
export const maxModalTitleCharacters = 45;
export const maxModalComponents = 5;
/** components/reference#label */
export const maxFieldLabelCharacters = 45;
export const maxFieldDescriptionCharacters = 100;
/** components/reference#text-input */
export const maxInputCharacters = 4000;
/** components/reference#radio-group, #checkbox-group */
export const minRadioOptions = 2;
export const maxGroupOptions = 10;
/** components/reference#string-select */
export const maxSelectOptions = 25;
export const maxSelectOptionCharacters = 100;
export const maxPlaceholderCharacters = 150;
/** resources/channel#start-thread-from-message */
export const maxThreadNameCharacters = 100;
/** topics/threads */
export const maxTagsPerPost = 5;
/** An interaction's token is valid this long: interactions/receiving-and-responding#followup-messages */
export const interactionTokenLifetimeMs = 15 * 60_000;
/** resources/message#create-message */
export const maxNonceCharacters = 25;
