// How much goes between a person and the team. Counted in the stored handover, so that all processes count together.

/** The time over which is counted, in milliseconds: one hour. */
export const teamWindowMs = 3_600_000;

/**
 * Handovers of one person in an hour, each about another topic: a new post that everybody in the team's channel sees.
 * Somebody who is stuck hands over one or two.
 */
export const maxHandovers = 5;

/** A person's handovers that are remembered, so that none is posted twice while it is open. */
export const maxEarlierHandovers = 10;

/**
 * Messages that one side sends in an hour without a reply of the other, who reads each as a post or a direct message. A
 * reply starts the count anew, so that a conversation of both is never limited.
 */
export const maxUnanswered = { byPerson: 10, byTeam: 30 };

/**
 * Maximum characters of a message between person and team, after masking; what is longer is cut with an ellipsis, and its
 * author told. It fits one message with its heading on Slack (3,000 in a text) and Discord (4,000 in a message).
 */
export const maxRelayedCharacters = 2900;
