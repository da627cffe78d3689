/** Per channel: older messages are not sent to the page. */
export const maxMessagesShown = 200;
