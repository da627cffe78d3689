import type { JSX } from "preact";
import type { Embed } from "../../../local/discord/schemas/embeds.ts";
import { Link } from "../link.tsx";
import { Markdown } from "./marks.tsx";

/** A classic message's embed: resources/message#embed-object */
export function EmbedView({ embed }: { readonly embed: Embed }): JSX.Element {
  const { author, title, url, description, fields, footer, color } = embed;
  const colour = typeof color === "number" ? `#${color.toString(16).padStart(6, "0")}` : undefined;
  return (
    <div class="container embed" style={colour && { borderLeftColor: colour }}>
      {author && <p class="quiet">{author.name}</p>}
      {title && <p class="heading level-3">{url ? <Link url={url}>{title}</Link> : title}</p>}
      {description && <Markdown text={description} />}
      {fields && (
        <dl>
          {fields.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Markdown text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {footer && <p class="quiet">{footer.text}</p>}
    </div>
  );
}
