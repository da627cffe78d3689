/** The place of a thread, which is looked at beside its channel. */
export function threadPlace(channel: string, thread: string): string {
  return `${channel}/${thread}`;
}
