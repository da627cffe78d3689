/**
 * What a case may hold, in characters. AWS publishes no limits of its forms: these keep a draft short enough to be
 * read, and to be changed in a modal (Slack takes 3,000 characters in an input: block-kit, plain_text_input).
 */
export const subjectLimit = 120;
export const descriptionLimit = 3000;

/** Fields that one form asks: what a modal holds on Discord (components/reference). */
export const fieldsAtOnce = 5;

/** Entries named as tried: the last ones. */
export const triedLimit = 5;
