import { z } from "zod";
import { embed as limits } from "../limits.ts";
import { address, list, maybe, text, whole } from "./fields.ts";

const url = address(limits.url, ["http", "https", "attachment"]);
const picture = z.strictObject({
  url,
  width: maybe(z.int()),
  height: maybe(z.int()),
  proxy_url: maybe(z.string()),
});

/** resources/message#embed-object */
export const embed = z.strictObject({
  type: maybe(z.string()),
  title: maybe(text(0, limits.title)),
  description: maybe(text(0, limits.description)),
  url: maybe(address(limits.url)),
  color: maybe(whole(0, limits.color)),
  timestamp: maybe(z.iso.datetime({ offset: true })),
  author: maybe(
    z.strictObject({
      name: text(0, limits.author),
      url: maybe(address(limits.url)),
      icon_url: maybe(url),
      proxy_icon_url: maybe(z.string()),
    }),
  ),
  footer: maybe(
    z.strictObject({
      text: text(0, limits.footer),
      icon_url: maybe(url),
      proxy_icon_url: maybe(z.string()),
    }),
  ),
  image: maybe(picture),
  thumbnail: maybe(picture),
  fields: maybe(
    list(
      z.strictObject({
        name: text(1, limits.fieldName),
        value: text(1, limits.fieldValue),
        inline: maybe(z.boolean()),
      }),
      0,
      limits.fields,
    ),
  ),
});

export type Embed = z.infer<typeof embed>;

/** How much text embeds hold together: title, description, field names and values, footer and author. */
export function sizeOf(embeds: readonly Embed[]): number {
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
