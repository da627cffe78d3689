/** Slack's limits, each with the page under docs.slack.dev that states it. */

/** reference/block-kit/blocks */
export const maxBlocksPerMessage = 50;
/** Characters of a message's blocks as JSON. Slack refuses about 13,000 (msg_blocks_too_long; bolt-js issue 2509). */
export const maxMessageCharacters = 12_000;
/** reference/block-kit/blocks/header-block */
export const maxHeaderCharacters = 150;
/** reference/block-kit/blocks/actions-block */
export const maxActionsPerBlock = 25;
/** Characters of each text in a context block: reference/block-kit/composition-objects/text-object */
export const maxContextCharacters = 3000;
/** reference/block-kit/block-elements/button-element */
export const maxButtonCharacters = 75;
export const maxAccessibilityLabelCharacters = 75;
/** reference/block-kit/composition-objects/option-object */
export const maxOptionCharacters = 75;
/** reference/block-kit/block-elements/radio-button-group-element, checkboxes-element */
export const maxGroupOptions = 10;
/** Characters of the text: reference/block-kit/blocks/alert-block */
export const maxAlertCharacters = 200;
/** reference/block-kit/block-elements/plain-text-input-element */
export const maxPlaceholderCharacters = 150;
export const maxInputCharacters = 3000;
/** reference/block-kit/blocks/input-block */
export const maxInputLabelCharacters = 2000;
/** Title, submit and close texts of a modal: reference/views */
export const maxViewTitleCharacters = 24;
/** One message per second and channel: apis/web-api/rate-limits */
export const postIntervalMs = 1000;
/** An interaction must be acknowledged within this time: interactivity/handling-user-interaction */
export const acknowledgeTimeoutMs = 3000;
/** How far a signed request's timestamp may be from our clock: authentication/verifying-requests-from-slack */
export const maxClockSkewSeconds = 300;
/** Suggested prompts in a DM: reference/methods/assistant.threads.setSuggestedPrompts */
export const maxPrompts = 4;
