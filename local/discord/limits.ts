/** Discord's limits, each with the page under docs.discord.com/developers that states it. Lengths are in characters. */

/** resources/message#create-message; components/reference for `v2Text`, all text of a Components V2 message */
export const message = {
  content: 2000,
  embeds: 10,
  nonce: 25,
  attachments: 10,
  stickers: 3,
  v2Text: 4000,
} as const;
/** resources/message#embed-object-embed-limits; `total` counts the text of all embeds of a message */
export const embed = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  url: 2048,
  color: 0xffffff,
  total: 6000,
} as const;
/** resources/message#allowed-mentions-object */
export const allowedMentions = { users: 100, roles: 100 } as const;

/** components/reference; `rows` of a classic message; `total` of a Components V2 message, nested ones included */
export const components = { rows: 5, buttonsPerRow: 5, total: 40, customId: 100 } as const;
/** components/reference#button */
export const button = { label: 80, url: 512 } as const;
/** components/reference#string-select */
export const select = {
  options: 25,
  label: 100,
  value: 100,
  description: 100,
  placeholder: 150,
  values: 25,
} as const;
/** components/reference#section, #text-display, #media-gallery, #thumbnail, #container */
export const layout = {
  sectionTexts: 3,
  text: 4000,
  galleryItems: 10,
  mediaDescription: 1024,
  mediaUrl: 2048,
  accent: 0xffffff,
} as const;

/** interactions/receiving-and-responding#interaction-response-object-modal */
export const modal = { title: 45, components: 5, customId: 100 } as const;
/** components/reference#label */
export const label = { label: 45, description: 100 } as const;
/** components/reference#text-input */
export const textInput = { value: 4000, placeholder: 100, label: 45 } as const;
/** components/reference#file-upload, #radio-group, #checkbox-group */
export const choices = { files: 10, radioMin: 2, radio: 10, checkboxes: 10 } as const;

/** interactions/application-commands; `size` counts a command's names, descriptions and values in every language */
export const command = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  length: 6000,
  chatInput: 100,
  contextMenu: 15,
  size: 8000,
} as const;

/** resources/channel#start-thread-from-message; topics/threads */
export const thread = {
  name: 100,
  slowmode: 21_600,
  appliedTags: 5,
  archiveAfter: [60, 1440, 4320, 10_080],
} as const;
/** resources/channel#forum-tag-object */
export const forumTags = 20;

/** interactions/receiving-and-responding#interaction-callback */
export const acknowledgeTimeoutMs = 3000;
/** interactions/receiving-and-responding#followup-messages */
export const interactionTokenLifetimeMs = 15 * 60_000;
/** resources/message#create-message: a nonce is checked against "the past few minutes" */
export const nonceLifetimeMs = 5 * 60_000;

/** events/gateway#rate-limiting */
export const gatewaySends = { count: 120, windowMs: 60_000 } as const;
/** events/gateway#session-start-limit-object; `rateWindowMs`: events/gateway#rate-limiting */
export const identifies = { count: 1000, windowMs: 24 * 60 * 60_000, rateWindowMs: 5000 } as const;
/** topics/rate-limits#global-rate-limit */
export const requestsPerSecond = 50;
/** topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
export const invalidRequests = { count: 10_000, windowMs: 10 * 60_000 } as const;
