/**
 * Whether a setting is a secret: its name says so, as those of SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET do. DATABASE_URL
 * holds a password.
 */
export function isSecret(setting: string): boolean {
  return /_(?:TOKEN|SECRET|PASSWORD)$|^DATABASE_URL$/.test(setting);
}

/** The setting that names the file in which a secret stands. */
export function fileSetting(secret: string): string {
  return `${secret}_FILE`;
}
