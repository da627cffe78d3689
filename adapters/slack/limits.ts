/** Slack's limits, in characters or pieces, each with the page under docs.slack.dev that states it. */

/** reference/block-kit/blocks/section-block */
export const sectionText = 3000;
/** reference/block-kit/blocks/header-block */
export const headerText = 150;
/** reference/block-kit/blocks/actions-block */
export const actionsPerBlock = 25;
/** reference/block-kit/block-elements/button-element */
export const buttonText = 75;
/** methods/chat.postMessage: longer texts are cut at 40,000; 4,000 is recommended */
export const messageText = 40_000;
