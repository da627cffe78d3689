import type { JSX } from "preact";
import type { Answer, Block } from "../../../src/answer/answer.ts";
import type { Span, Text } from "../../../src/answer/text.ts";
import { Link } from "../link.tsx";
import { Moment } from "../moment.tsx";
import { timeIn } from "../time.ts";

/** An answer, rendered from the same data that every platform renders. */
export function AnswerView({ answer }: { readonly answer: Answer }): JSX.Element {
  return (
    <article class="entry-answer">
      {answer.title !== undefined && <h3>{answer.title}</h3>}
      <Blocks all={answer.blocks} />
      {answer.buttons.length > 0 && (
        <ul class="buttons">
          {answer.buttons.map((button) => (
            <li key={button.label}>{button.label}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Blocks({ all }: { readonly all: readonly Block[] }): JSX.Element {
  return (
    <>
      {all.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </>
  );
}

function BlockView({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Spans text={block.text} />
        </p>
      );
    case "section":
      return <h4>{block.title}</h4>;
    case "steps":
      return (
        <ol>
          {block.steps.map((step, at) => (
            <li key={at}>
              <Blocks all={step} />
            </li>
          ))}
        </ol>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>
              <Spans text={item} />
            </li>
          ))}
        </ul>
      );
    case "note":
      return (
        <p class={block.tone}>
          <Spans text={block.text} />
        </p>
      );
    case "code":
      return <pre tabIndex={0}>{block.text}</pre>;
    case "fields":
      return (
        <dl class="pairs">
          {block.fields.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

function Spans({ text }: { readonly text: Text }): JSX.Element {
  return (
    <>
      {text.map((span, at) => (
        <SpanView key={at} span={span} />
      ))}
    </>
  );
}

function SpanView({ span }: { readonly span: Span }): JSX.Element {
  switch (span.kind) {
    case "plain":
      return <>{span.text}</>;
    case "strong":
      return <strong>{span.text}</strong>;
    case "code":
      return <code>{span.text}</code>;
    case "link":
      return <Link url={span.url}>{span.text}</Link>;
    case "time":
      return <Moment at={span.at}>{timeIn(span.at)}</Moment>;
  }
}
