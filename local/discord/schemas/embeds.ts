import { z } from "zod";
import { embed as limits } from "../limits.ts";
import { integer, list, optional, text, webUrl } from "./fields.ts";

const url = webUrl(limits.url, ["http", "https", "attachment"]);
const picture = z.strictObject({
  url,
  width: optional(z.int()),
  height: optional(z.int()),
  proxy_url: optional(z.string()),
});

/** resources/message#embed-object */
export const embed = z.strictObject({
  type: optional(z.string()),
  title: optional(text(0, limits.title)),
  description: optional(text(0, limits.description)),
  url: optional(webUrl(limits.url)),
  color: optional(integer(0, limits.color)),
  timestamp: optional(z.iso.datetime({ offset: true })),
  author: optional(
    z.strictObject({
      name: text(0, limits.author),
      url: optional(webUrl(limits.url)),
      icon_url: optional(url),
      proxy_icon_url: optional(z.string()),
    }),
  ),
  footer: optional(
    z.strictObject({
      text: text(0, limits.footer),
      icon_url: optional(url),
      proxy_icon_url: optional(z.string()),
    }),
  ),
  image: optional(picture),
  thumbnail: optional(picture),
  fields: optional(
    list(
      z.strictObject({
        name: text(1, limits.fieldName),
        value: text(1, limits.fieldValue),
        inline: optional(z.boolean()),
      }),
      0,
      limits.fields,
    ),
  ),
});

export type Embed = z.infer<typeof embed>;

/** The length of all text: titles, descriptions, field names and values, footers and authors. */
export function textLengthOf(embeds: readonly Embed[]): number {
  return embeds
    .flatMap(({ title = "", description = "", footer, author, fields = [] }) => [
      title,
      description,
      footer?.text ?? "",
      author?.name ?? "",
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((size, { length }) => size + length, 0);
}
