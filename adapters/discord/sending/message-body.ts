import { MessageFlags, type RawFile } from "discord.js";
import type { DiscordMessage } from "../rendering/render-answer.ts";

/** A message as a request's body holds it: it pings nobody, whatever stands in it. */
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

/** What a request has of a message beside its body: reference#uploading-files. */
export function toFiles({ files }: DiscordMessage): { readonly files?: RawFile[] } {
  if (files.length === 0) return {};
  return {
    files: files.map(({ name, text }) => ({ name, data: text, contentType: "text/plain; charset=utf-8" })),
  };
}
