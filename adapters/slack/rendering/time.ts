/**
 * How Slack shows a point in time, in the zone and language of who reads it: the tokens of
 * reference/block-kit/block-elements/date-element, which mrkdwn has too.
 */
export const timeFormat = "{date_short}, {time}";

/** Slack's timestamps are whole seconds. */
export function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
