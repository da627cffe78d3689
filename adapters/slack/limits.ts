/** Slack's limits, in characters or pieces, each with the page under docs.slack.dev that states it. */

/** reference/block-kit/blocks: blocks of a message */
export const maxBlocksPerMessage = 50;
/** Characters of a message's blocks in JSON. Slack refuses about 13,000 (msg_blocks_too_long; bolt-js issue 2509). */
export const maxMessageCharacters = 12_000;
/** reference/block-kit/blocks/header-block */
export const maxHeaderCharacters = 150;
/** reference/block-kit/blocks/actions-block */
export const maxActionsPerBlock = 25;
/** reference/block-kit/blocks/context-block takes ten elements; each is a text of at most so much (section-block) */
export const maxContextCharacters = 3000;
/** reference/block-kit/block-elements/button-element */
export const maxButtonCharacters = 75;
export const maxAccessibilityLabelCharacters = 75;
/** reference/block-kit/composition-objects/option-object */
export const maxOptionCharacters = 75;
/** reference/block-kit/block-elements/plain-text-input-element: what stands in it while it is empty */
export const maxPlaceholderCharacters = 150;
/** reference/block-kit/block-elements/plain-text-input-element */
export const maxInputCharacters = 3000;
/** reference/block-kit/blocks/input-block */
export const maxInputLabelCharacters = 2000;
/** reference/views: the title, submit and close texts of a modal */
export const maxViewTitleCharacters = 24;
/** methods/chat.postMessage: one message per second and channel (apis/web-api/rate-limits), in milliseconds */
export const postIntervalMs = 1000;
/** interactivity/handling-user-interaction: an interaction has to be acknowledged within so many milliseconds. */
export const acknowledgeTimeoutMs = 3000;
/** authentication/verifying-requests-from-slack: how far a request's time may be from ours, in seconds. */
export const maxClockSkewSeconds = 300;
