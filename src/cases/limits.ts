/**
 * Limits of a draft. AWS publishes none for its forms; these keep a draft readable and editable in a modal (Slack takes
 * 3,000 characters in an input: block-kit, plain_text_input).
 */
export const maxSubjectCharacters = 120;
export const maxDescriptionCharacters = 3000;

/**
 * Fields of one form. A modal of Discord has at most five components, one of which is the form's note:
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
 */
export const maxFormFields = 4;

/** A draft names only the last entries that were tried. */
export const maxTriedEntries = 5;
