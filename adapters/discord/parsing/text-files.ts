import type { MessageAttachment } from "./message-content.ts";

/** An attached text, such as the message.txt that Discord makes of a long paste. */
export interface TextFile {
  readonly url: string;
}

/** Larger files are logs rather than questions. */
const maxBytes = 100_000;
const maxFiles = 2;
const fetchTimeoutMs = 2000;
/** Where Discord keeps attachments: reference#cdn-endpoints */
const cdnHosts: readonly string[] = ["cdn.discordapp.com", "media.discordapp.net"];

export function findTextFiles(attachments: readonly MessageAttachment[]): readonly TextFile[] {
  return attachments
    .flatMap((attachment) =>
      isText(attachment) && attachment.url !== undefined && (attachment.size ?? 0) <= maxBytes
        ? [{ url: attachment.url }]
        : [],
    )
    .slice(0, maxFiles);
}

/** Whether an attachment is something to look at: anything but texts and sound. */
export function isPicture(attachment: MessageAttachment): boolean {
  return !isText(attachment) && !isSound(attachment);
}

function isText({ content_type: type, filename = "" }: MessageAttachment): boolean {
  return type === undefined ? /\.(txt|log|md)$/i.test(filename) : /^text\/(plain|markdown)\b/i.test(type);
}

function isSound({ content_type: type, filename = "" }: MessageAttachment): boolean {
  return type === undefined ? /\.(ogg|mp3|wav|m4a)$/i.test(filename) : /^audio\//i.test(type);
}

/**
 * Fetches an attached text from Discord, and from nowhere else.
 * @param api the address of the API, if it is not Discord's: attachments may be there, too
 * @returns undefined if it can't be had within two seconds
 */
export async function fetchText({ url }: TextFile, api: string | undefined): Promise<string | undefined> {
  if (!isAllowed(url, api)) return undefined;
  try {
    const signal = AbortSignal.timeout(fetchTimeoutMs);
    const response = await fetch(url, { signal, redirect: "error" });
    if (!response.ok || response.body === null) return undefined;
    return await readUpTo(response.body, maxBytes);
  } catch {
    return undefined;
  }
}

function isAllowed(url: string, api: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (api !== undefined && origin === new URL(api).origin) return true;
  return protocol === "https:" && cdnHosts.includes(hostname);
}

/** The rest of a body that is longer than it claimed to be is not read. */
async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes >= limit) break;
  }
  return text;
}
