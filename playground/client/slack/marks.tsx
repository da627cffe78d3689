import type { JSX } from "preact";
import { Link } from "../link.tsx";
import { Mention } from "./mention.tsx";
import { SlackMoment } from "./moment.tsx";
import { type Mark, readMrkdwn } from "./mrkdwn.ts";

/** A text in Slack's markup. */
export function Mrkdwn({ text }: { readonly text: string }): JSX.Element {
  return <Marks marks={readMrkdwn(text)} />;
}

function Marks({ marks }: { readonly marks: readonly Mark[] }): JSX.Element {
  return (
    <>
      {marks.map((mark, at) => (
        // Marks have no ids and are never reordered.
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
    case "strong":
      return (
        <strong>
          <Marks marks={mark.content} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Marks marks={mark.content} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Marks marks={mark.content} />
        </s>
      );
    case "quote":
      return (
        <blockquote>
          <Marks marks={mark.content} />
        </blockquote>
      );
    case "code":
      return <code>{mark.text}</code>;
    case "pre":
      return <pre tabIndex={0}>{mark.text}</pre>;
    case "link":
      return <Link url={mark.url}>{mark.text}</Link>;
    case "time":
      return <SlackMoment seconds={mark.seconds} format={mark.format} fallback={mark.text} />;
    case "user":
    case "channel":
      return <Mention kind={mark.kind} id={mark.id} />;
  }
}
