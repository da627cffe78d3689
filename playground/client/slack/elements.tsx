import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { BlockElement } from "../../../local/slack/schemas/elements.ts";
import type { SlackOption } from "../../../local/slack/schemas/options.ts";
import type { InputValue } from "../../../local/slack/state/model.ts";
import { Link } from "../link.tsx";
import { useStrings } from "../page-strings.ts";
import { SlackContext } from "./slack-context.ts";

/** A message, or a modal or home by its view id. */
export type Target = { readonly channel: string; readonly ts: string } | { readonly view: string };

interface Props {
  readonly element: BlockElement;
  readonly target: Target;
  readonly entered: InputValue | undefined;
  readonly labelledBy?: string;
  /** How actions refer to it: its action_id, or the block_id if it is a field. */
  readonly name?: string;
}

/** An interactive element of a message or view. The app is told of each use at once. */
export function ElementView({
  element,
  target,
  entered,
  labelledBy,
  name = element.action_id ?? "",
}: Props): JSX.Element | null {
  const { act } = useContext(SlackContext);
  const pick = (option: string) => act({ kind: "picks", target, element: name, option });
  switch (element.type) {
    case "button":
      return <ButtonView element={element} onPress={() => act({ kind: "presses", target, element: name })} />;
    case "static_select":
      return <Select element={element} entered={entered} onPick={pick} labelledBy={labelledBy} />;
    case "overflow":
      return <Overflow options={element.options} onPick={pick} />;
    case "radio_buttons":
    case "checkboxes":
      return <Choices element={element} entered={entered} onPick={pick} labelledBy={labelledBy} />;
    case "plain_text_input":
      return null;
  }
}

type Button = Extract<BlockElement, { readonly type: "button" }>;

function ButtonView({
  element,
  onPress,
}: {
  readonly element: Button;
  readonly onPress: () => void;
}): JSX.Element {
  const { text, url, style = "plain", accessibility_label: label, confirm: asks } = element;
  const press = () => {
    if (!asks || window.confirm(`${asks.title.text}\n\n${asks.text.text}`)) onPress();
  };
  if (url !== undefined) {
    return (
      <Link url={url} class="sl-button" onFollow={press}>
        {text.text}
      </Link>
    );
  }
  return (
    <button
      type="button"
      class={`sl-button ${style}`}
      aria-label={accessibleName(text.text, label)}
      onClick={press}
    >
      {text.text}
    </button>
  );
}

/** The label that is read out must contain the visible text: WCAG 2.5.3 */
function accessibleName(text: string, label: string | undefined): string | undefined {
  return label?.includes(text) ? label : undefined;
}

type StaticSelect = Extract<BlockElement, { readonly type: "static_select" }>;

interface SelectProps {
  readonly entered: InputValue | undefined;
  readonly onPick: (option: string) => void;
  readonly labelledBy: string | undefined;
}

function Select({
  element,
  entered,
  onPick,
  labelledBy,
}: SelectProps & { readonly element: StaticSelect }): JSX.Element {
  const strings = useStrings();
  const chosen = entered?.type === "static_select" ? entered.selected_option?.value : undefined;
  const grouped = element.option_groups?.flatMap((group) => group.options) ?? [];
  return (
    <select
      class="sl-field"
      aria-labelledby={labelledBy}
      aria-label={labelledBy ? undefined : (element.placeholder?.text ?? strings.chooseOption)}
      value={chosen ?? ""}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      <option value="" disabled>
        {element.placeholder?.text ?? strings.chooseOption}
      </option>
      {[...(element.options ?? []), ...grouped].map(({ text, value }) => (
        <option key={value} value={value}>
          {text.text}
        </option>
      ))}
    </select>
  );
}

function Overflow({
  options,
  onPick,
}: {
  readonly options: readonly SlackOption[];
  readonly onPick: (option: string) => void;
}): JSX.Element {
  const strings = useStrings();
  return (
    <select
      class="sl-field overflow"
      aria-label={strings.chooseOption}
      value=""
      onChange={(e) => onPick(e.currentTarget.value)}
    >
      <option value="" disabled>
        ⋯
      </option>
      {options.map(({ text, value }) => (
        <option key={value} value={value ?? ""}>
          {text.text}
        </option>
      ))}
    </select>
  );
}

type ChoiceElement = Extract<BlockElement, { readonly type: "radio_buttons" | "checkboxes" }>;

function Choices({
  element,
  entered,
  onPick,
  labelledBy,
}: SelectProps & { readonly element: ChoiceElement }): JSX.Element {
  const type = element.type === "checkboxes" ? "checkbox" : "radio";
  const isChosen = (value: string | undefined) => chosenIn(entered).includes(value);
  return (
    <fieldset class="sl-choices" aria-labelledby={labelledBy}>
      {element.options.map(({ text, value }) => (
        <label key={value}>
          <input
            type={type}
            name={element.action_id ?? ""}
            checked={isChosen(value)}
            onChange={() => onPick(value)}
          />
          {text.text}
        </label>
      ))}
    </fieldset>
  );
}

function chosenIn(entered: InputValue | undefined): readonly (string | undefined)[] {
  switch (entered?.type) {
    case "radio_buttons":
    case "static_select":
      return [entered.selected_option?.value];
    case "checkboxes":
      return entered.selected_options.map(({ value }) => value);
    case "plain_text_input":
    case undefined:
      return [];
  }
}
