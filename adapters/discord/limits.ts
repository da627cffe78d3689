/** Discord's limits, in characters or pieces, each with the page under discord.com/developers/docs that states it. */

/** resources/message */
export const messageContent = 2000;
/** components/reference: action rows in a message, buttons in a row */
export const rows = 5;
export const buttonsPerRow = 5;
/** components/reference */
export const buttonLabel = 80;
/** components/reference; longer addresses can't be a link button */
export const buttonUrl = 512;
/** interactions/application-commands: choices of an autocomplete, and characters of each */
export const optionsShown = 25;
export const optionText = 100;
