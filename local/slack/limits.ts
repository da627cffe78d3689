/** Slack's limits, each with the page under docs.slack.dev that states it. Lengths are in UTF-16 code units. */

/** reference/block-kit/composition-objects/text-object */
export const text = 3000;
/** reference/block-kit/composition-objects/option-object */
export const option = { text: 75, value: 150, description: 75, url: 3000 } as const;
/** reference/block-kit/composition-objects/option-group-object */
export const optionGroupLabel = 75;
/** reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm = { title: 100, text: 300, button: 30 } as const;

/** reference/block-kit/block-elements: the same for all elements */
export const actionId = 255;
/** reference/block-kit/block-elements/button-element */
export const button = { text: 75, url: 3000, value: 2000, accessibilityLabel: 75 } as const;
/** reference/block-kit/block-elements/select-menu-element */
export const select = { placeholder: 150, options: 100, optionGroups: 100 } as const;
/** reference/block-kit/block-elements/overflow-menu-element */
export const overflowOptions = 5;
/** reference/block-kit/block-elements/radio-button-group-element, checkboxes-element */
export const choices = 10;
/** reference/block-kit/block-elements/plain-text-input-element */
export const plainTextInput = { placeholder: 150, length: 3000 } as const;

/** reference/block-kit/blocks: the same for all blocks */
export const blockId = 255;
/** reference/block-kit/blocks/header-block */
export const headerText = 150;
/** reference/block-kit/blocks/alert-block */
export const alertText = 200;
/** reference/block-kit/blocks/section-block */
export const section = { text: 3000, fields: 10, field: 2000 } as const;
/** reference/block-kit/blocks/context-block */
export const contextElements = 10;
/** reference/block-kit/blocks/actions-block */
export const actionsElements = 25;
/** reference/block-kit/blocks/input-block */
export const input = { label: 2000, hint: 2000 } as const;

/** reference/block-kit/blocks; `blocksSize` (JSON of all blocks) is measured: bolt-js issue 2509 */
export const message = { blocks: 50, blocksSize: 13_000 } as const;
/** methods/chat.postMessage truncates longer text, methods/chat.postEphemeral refuses it */
export const messageText = 40_000;
/** methods/chat.update: "The text field cannot exceed 4,000 characters" */
export const updateText = 4000;

/** reference/views; methods/views.open for `size`, in bytes */
export const view = {
  blocks: 100,
  title: 24,
  button: 24,
  privateMetadata: 3000,
  callbackId: 255,
  externalId: 255,
  size: 250_000,
} as const;
/** methods/assistant.threads.setSuggestedPrompts: "up to four suggested prompts" */
export const maxPrompts = 4;
/** surfaces/modals: a modal and two more on top */
export const maxModals = 3;

/** interactivity/handling-user-interaction */
export const acknowledgeTimeoutMs = 3000;
/** interactivity/handling-user-interaction */
export const triggerLifetimeMs = 3000;
/** interactivity/handling-user-interaction */
export const responseUrl = { maxUses: 5, lifetimeMs: 30 * 60_000 } as const;
/** apis/events-api#retries: the delay before each retry */
export const eventRetryDelaysMs = [0, 60_000, 5 * 60_000] as const;
/** apis/events-api/using-socket-mode */
export const maxConnections = 10;
