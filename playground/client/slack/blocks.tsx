import type { JSX } from "preact";
import type { SlackBlock } from "../../../local/slack/schemas/blocks.ts";
import type { InputValues } from "../../../local/slack/state/model.ts";
import { Icon, type IconName } from "../icons.tsx";
import { ElementView, type Target } from "./elements.tsx";
import { InputView } from "./inputs.tsx";
import { Mrkdwn } from "./marks.tsx";
import { RichTextBlock } from "./rich-text.tsx";

interface Props {
  readonly blocks: readonly SlackBlock[];
  readonly target: Target;
  readonly values: InputValues;
  /** By block_id. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Block Kit, rendered from the payload: reference/block-kit/blocks */
export function Blocks({ blocks, target, values, errors = {} }: Props): JSX.Element {
  return (
    <div class="blocks">
      {blocks.map((block, at) => (
        <BlockView
          key={block.block_id ?? at}
          block={block}
          target={target}
          values={values}
          error={errors[block.block_id ?? ""]}
        />
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: SlackBlock;
  readonly target: Target;
  readonly values: InputValues;
  readonly error: string | undefined;
}

function BlockView({ block, target, values, error }: BlockProps): JSX.Element {
  const of = values[block.block_id ?? ""] ?? {};
  switch (block.type) {
    case "header":
      return <p class="sl-header">{block.text.text}</p>;
    case "divider":
      return <hr />;
    case "rich_text":
      return <RichTextBlock block={block} />;
    case "section":
      return (
        <div class="sl-section">
          <div>
            {block.text && (
              <p>
                <TextView text={block.text} />
              </p>
            )}
            {block.fields && (
              <div class="sl-fields">
                {block.fields.map((field, at) => (
                  <p key={at}>
                    <TextView text={field} />
                  </p>
                ))}
              </div>
            )}
          </div>
          {block.accessory && (
            <ElementView
              element={block.accessory}
              target={target}
              entered={of[block.accessory.action_id ?? ""]}
            />
          )}
        </div>
      );
    case "context":
      return (
        <p class="sl-context">
          {block.elements.map((text, at) => (
            <span key={at}>
              <TextView text={text} />
            </span>
          ))}
        </p>
      );
    case "actions":
      return (
        <div class="sl-actions">
          {block.elements.map((element, at) => (
            <ElementView
              key={element.action_id ?? at}
              element={element}
              target={target}
              entered={of[element.action_id ?? ""]}
            />
          ))}
        </div>
      );
    case "alert":
      return (
        <div class={`sl-alert ${block.level ?? "default"}`}>
          <Icon name={alertIcons[block.level ?? "default"]} />
          <p>
            <TextView text={block.text} />
          </p>
        </div>
      );
    case "input":
      return <InputView block={block} target={target} values={values} error={error} />;
  }
}

type AlertLevel = NonNullable<Extract<SlackBlock, { readonly type: "alert" }>["level"]>;

/** The level is no more than emphasis: the text says what there is to say. */
const alertIcons: Readonly<Record<AlertLevel, IconName>> = {
  default: "info",
  info: "info",
  warning: "warning",
  error: "warning",
  success: "check",
};

interface AnyText {
  readonly type: "plain_text" | "mrkdwn";
  readonly text: string;
}

function TextView({ text }: { readonly text: AnyText }): string | JSX.Element {
  return text.type === "mrkdwn" ? <Mrkdwn text={text.text} /> : text.text;
}
