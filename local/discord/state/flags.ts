/** resources/message#message-object-message-flags: those that are used here */
export const flags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  hasThread: 1 << 5,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export function isV2(bits: number): boolean {
  return (bits & flags.componentsV2) !== 0;
}
