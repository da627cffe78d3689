import { MessageFlags, type RawFile } from "discord.js";
import type { DiscordMessage } from "../rendering/render-answer.ts";

/** The body of a request that sends a message. Mentions in it ping nobody. */
export function toBody({ components, files }: DiscordMessage, flags = 0) {
  return {
    components,
    flags: MessageFlags.IsComponentsV2 | flags,
    allowed_mentions: { parse: [], replied_user: false },
    ...(files.length > 0 && {
      attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
    }),
  };
}

/** The files that are uploaded with the body: reference#uploading-files */
export function toFiles({ files }: DiscordMessage): { readonly files?: RawFile[] } {
  if (files.length === 0) return {};
  return {
    files: files.map(({ name, text }) => ({ name, data: text, contentType: "text/plain; charset=utf-8" })),
  };
}
