import type { JSX } from "preact";
import { useContext, useId } from "preact/hooks";
import type { SlackBlock } from "../../../local/slack/schemas/blocks.ts";
import type { InputValue, InputValues } from "../../../local/slack/state/model.ts";
import { FieldLabel } from "../field-label.tsx";
import { useStrings } from "../page-strings.ts";
import { ElementView, type Target } from "./elements.tsx";
import { SlackContext } from "./slack-context.ts";

type InputBlock = Extract<SlackBlock, { readonly type: "input" }>;

interface Props {
  readonly block: InputBlock;
  readonly target: Target;
  readonly values: InputValues;
  readonly error: string | undefined;
}

/** A field of a modal, the home or a message: reference/block-kit/blocks/input-block */
export function InputView({ block, target, values, error }: Props): JSX.Element {
  const strings = useStrings();
  const id = useId();
  const { element, label, hint, optional = false } = block;
  const entered = values[block.block_id ?? ""]?.[element.action_id ?? ""];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`sl-input ${error ? "wrong" : ""}`}>
      <FieldLabel id={id} isGroup={element.type === "radio_buttons" || element.type === "checkboxes"}>
        {label.text} {optional && <span class="quiet">({strings.optional})</span>}
      </FieldLabel>
      {element.type === "plain_text_input" ? (
        <TextInput
          id={id}
          block={block}
          target={target}
          entered={entered}
          describedBy={described}
          isWrong={error !== undefined}
        />
      ) : (
        <ElementView
          element={element}
          target={target}
          entered={entered}
          labelledBy={`${id}-label`}
          describedBy={described || undefined}
          isWrong={error !== undefined}
          {...(block.block_id && { name: block.block_id })}
        />
      )}
      {error && (
        <p id={`${id}-error`} class="sl-error">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="quiet">
          {hint.text}
        </p>
      )}
    </div>
  );
}

interface TextProps {
  readonly id: string;
  readonly block: InputBlock;
  readonly target: Target;
  readonly entered: InputValue | undefined;
  readonly describedBy: string;
  readonly isWrong: boolean;
}

function TextInput({ id, block, target, entered, describedBy, isWrong }: TextProps): JSX.Element | null {
  const { act } = useContext(SlackContext);
  const { element } = block;
  if (element.type !== "plain_text_input") return null;
  const value = entered?.type === "plain_text_input" ? (entered.value ?? "") : "";
  const dispatches = block.dispatch_action === true;
  const shared = {
    id,
    name: block.block_id ?? "",
    class: "sl-field",
    defaultValue: value,
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    required: block.optional !== true && !dispatches,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": isWrong,
  };
  const enter = (text: string) => act({ kind: "enters", target, element: element.action_id ?? "", text });
  if (element.multiline) return <textarea rows={4} {...shared} />;
  return (
    <input
      type="text"
      autocomplete="off"
      {...shared}
      onKeyDown={(event) => {
        if (!dispatches || event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        void enter(event.currentTarget.value);
        event.currentTarget.value = "";
      }}
    />
  );
}
