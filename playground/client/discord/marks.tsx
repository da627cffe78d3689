import type { ComponentChildren, JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import { Link } from "../link.tsx";
import { Moment } from "../moment.tsx";
import { useStrings } from "../page-strings.ts";
import { type TimeStyle, timeIn } from "../time.ts";
import { DiscordContext } from "./discord-context.ts";
import { type Mark, readMarkdown } from "./markdown.ts";

/** A text in Discord's markup. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="markdown">
      <Marks all={readMarkdown(text)} />
    </div>
  );
}

function Marks({ all }: { readonly all: readonly Mark[] }): JSX.Element {
  return (
    <>
      {all.map((mark, at) => (
        <MarkView key={at} mark={mark} />
      ))}
    </>
  );
}

function MarkView({ mark }: { readonly mark: Mark }): JSX.Element {
  switch (mark.kind) {
    case "text":
      return <>{mark.text}</>;
    case "break":
      return <br />;
    case "code":
      return <code>{mark.text}</code>;
    case "code-block":
      return <pre tabIndex={0}>{mark.text}</pre>;
    case "link":
      return (
        <Link url={mark.url}>
          <Marks all={mark.content} />
        </Link>
      );
    case "heading":
      return (
        <p class={`heading level-${mark.level}`}>
          <Marks all={mark.content} />
        </p>
      );
    case "list":
      return <ListView list={mark} />;
    case "user":
    case "channel":
    case "role":
      return <Mention kind={mark.kind} id={mark.id} />;
    case "time":
      return <Moment at={mark.at}>{timeIn(mark.at, timeStyles.get(mark.style))}</Moment>;
    case "spoiler":
      return (
        <Spoiler>
          <Marks all={mark.content} />
        </Spoiler>
      );
    case "strong":
    case "em":
    case "underline":
    case "strike":
    case "quote":
    case "subtext":
      return (
        <Wrapped kind={mark.kind}>
          <Marks all={mark.content} />
        </Wrapped>
      );
  }
}

/** reference#message-formatting-timestamp-styles; the relative one is shown as a day and time. */
const timeStyles: ReadonlyMap<string, TimeStyle> = new Map([
  ["t", { timeStyle: "short" }],
  ["T", { timeStyle: "medium" }],
  ["d", { dateStyle: "short" }],
  ["D", { dateStyle: "long" }],
  ["f", { dateStyle: "long", timeStyle: "short" }],
  ["F", { dateStyle: "full", timeStyle: "short" }],
]);

interface WrappedProps {
  readonly kind: "strong" | "em" | "underline" | "strike" | "quote" | "subtext";
  readonly children: ComponentChildren;
}

function Wrapped({ kind, children }: WrappedProps): JSX.Element {
  switch (kind) {
    case "strong":
      return <strong>{children}</strong>;
    case "em":
      return <em>{children}</em>;
    case "underline":
      return <u>{children}</u>;
    case "strike":
      return <s>{children}</s>;
    case "quote":
      return <blockquote>{children}</blockquote>;
    case "subtext":
      return <small>{children}</small>;
  }
}

function ListView({ list }: { readonly list: Extract<Mark, { readonly kind: "list" }> }): JSX.Element {
  const items = list.items.map((item, at) => (
    <li key={at}>
      <Marks all={item} />
    </li>
  ));
  return list.isOrdered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Mention({
  kind,
  id,
}: {
  readonly kind: "user" | "channel" | "role";
  readonly id: string;
}): JSX.Element {
  const { view } = useContext(DiscordContext);
  const channel = view.channels.find((one) => one.id === id)?.name ?? id;
  const name = kind === "channel" ? `#${channel}` : `@${view.users[id]?.name ?? id}`;
  return <span class="mention">{name}</span>;
}

export function Spoiler({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const strings = useStrings();
  const [isShown, show] = useState(false);
  if (isShown) return <span class="spoiler shown">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label={strings.spoiler} onClick={() => show(true)}>
      {" "}
    </button>
  );
}
