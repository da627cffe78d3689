import { readFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "../platform/platform.ts";
import { fileSetting, isSecret } from "../platform/secret-settings.ts";

/** Longer than any token, in characters. */
const maxLength = 4096;

interface ReadSecrets {
  /** With the contents of the files under the names of the secrets, and without the names of the files. */
  readonly environment: Environment;
  readonly faults: readonly string[];
  /** The secrets whose file can't be used. */
  readonly unread: readonly string[];
}

/**
 * Reads the secrets that stand in files, as Docker and systemd hand them over: SLACK_BOT_TOKEN_FILE names the file that
 * holds SLACK_BOT_TOKEN, and nothing else. Never throws.
 * @param settings the names of all settings
 */
export function readSecretFiles(given: Environment, settings: readonly string[]): ReadSecrets {
  const environment = { ...given };
  const faults: string[] = [];
  const unread: string[] = [];
  for (const secret of settings.filter(isSecret)) {
    const setting = fileSetting(secret);
    const file = given[setting];
    if (file === undefined) continue;
    delete environment[setting];
    if (given[secret] !== undefined) {
      faults.push(
        `${secret} is given twice, by ${secret} and by ${setting}${placeOf(file)}: remove one of them`,
      );
      continue;
    }
    const read = readSecret(file);
    if (read.kind === "read") environment[secret] = read.secret;
    else {
      faults.push(`${setting}${placeOf(file)} ${read.fault}`);
      unread.push(secret);
    }
  }
  return { environment, faults, unread };
}

type Read =
  | { readonly kind: "read"; readonly secret: string }
  | { readonly kind: "refused"; readonly fault: string };

function readSecret(file: string): Read {
  const refused = (fault: string): Read => ({ kind: "refused", fault });
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return refused(whyUnread(error));
  }
  const secret = text.trim();
  if (secret === "") return refused("is empty: it must hold the secret");
  if (secret.length > maxLength || /\p{Cc}/u.test(secret))
    return refused("must hold one line, the secret, and nothing else");
  return { kind: "read", secret };
}

function whyUnread(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "ENOENT" || code === "ENOTDIR")
    return "is not there: it must be the path of the file that holds the secret";
  if (code === "EISDIR")
    return "is a folder (Docker makes one where the file to mount is missing): name a file";
  if (code === "EACCES" || code === "EPERM")
    return "can't be read by the user that runs Signpost: change its owner or mode";
  return `can't be read (${code})`;
}

/** A path that is none may be the secret itself, which must not end in a log. */
function placeOf(file: string): string {
  return path.isAbsolute(file) ? ` (${file})` : "";
}
