/** Messages of a channel that the page shows. */
export const lastShown = 200;
