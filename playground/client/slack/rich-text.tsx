import type { JSX } from "preact";
import type { SlackBlock } from "../../../local/slack/schemas/blocks.ts";
import { Link } from "../link.tsx";
import { Mention } from "./mention.tsx";
import { SlackMoment } from "./moment.tsx";

type RichText = Extract<SlackBlock, { readonly type: "rich_text" }>;
type Part = RichText["elements"][number];
type Inline = Extract<Part, { readonly type: "rich_text_section" }>["elements"][number];

/** Slack's rich text: reference/block-kit/blocks/rich-text-block */
export function RichTextBlock({ block }: { readonly block: RichText }): JSX.Element {
  return (
    <div class="rich">
      {block.elements.map((part, at) => (
        <PartView key={at} part={part} />
      ))}
    </div>
  );
}

function PartView({ part }: { readonly part: Part }): JSX.Element {
  switch (part.type) {
    case "rich_text_section":
      return (
        <div class="rich-section">
          <Inlines all={part.elements} />
        </div>
      );
    case "rich_text_quote":
      return (
        <blockquote>
          <Inlines all={part.elements} />
        </blockquote>
      );
    case "rich_text_preformatted":
      return (
        <pre tabIndex={0}>
          <Inlines all={part.elements} />
        </pre>
      );
    case "rich_text_list":
      return <ListView list={part} />;
  }
}

function ListView({
  list,
}: {
  readonly list: Extract<Part, { readonly type: "rich_text_list" }>;
}): JSX.Element {
  const items = list.elements.map((item, at) => (
    <li key={at}>
      <Inlines all={item.elements} />
    </li>
  ));
  const name = `indent-${list.indent ?? 0}`;
  if (list.style === "bullet") return <ul class={name}>{items}</ul>;
  return (
    <ol class={name} start={(list.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}

function Inlines({ all }: { readonly all: readonly Inline[] }): JSX.Element {
  return (
    <>
      {all.map((inline, at) => (
        <InlineView key={at} inline={inline} />
      ))}
    </>
  );
}

function InlineView({ inline }: { readonly inline: Inline }): JSX.Element {
  const { bold, italic, strike, underline } = inline.style ?? {};
  const code = inline.type !== "date" && inline.style?.code;
  let shown = <UnstyledInline inline={inline} />;
  if (code) shown = <code>{shown}</code>;
  if (underline) shown = <u>{shown}</u>;
  if (strike) shown = <s>{shown}</s>;
  if (italic) shown = <em>{shown}</em>;
  if (bold) shown = <strong>{shown}</strong>;
  return shown;
}

function UnstyledInline({ inline }: { readonly inline: Inline }): JSX.Element {
  switch (inline.type) {
    case "text":
      return <>{inline.text}</>;
    case "link":
      return <Link url={inline.url}>{inline.text ?? inline.url}</Link>;
    case "user":
      return <Mention kind="user" id={inline.user_id} />;
    case "channel":
      return <Mention kind="channel" id={inline.channel_id} />;
    case "usergroup":
      return <span class="mention">@{inline.usergroup_id}</span>;
    case "broadcast":
      return <span class="mention">@{inline.range}</span>;
    case "date":
      return (
        <SlackMoment seconds={inline.timestamp} format={inline.format} fallback={inline.fallback ?? ""} />
      );
    case "emoji":
      return <>{inline.unicode ? fromCodePoints(inline.unicode) : `:${inline.name}:`}</>;
  }
}

function fromCodePoints(hex: string): string {
  return String.fromCodePoint(...hex.split("-").map((part) => Number.parseInt(part, 16)));
}
