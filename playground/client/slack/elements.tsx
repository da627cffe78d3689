import type { JSX } from "preact";
import { useContext, useId } from "preact/hooks";
import type { BlockElement } from "../../../local/slack/schemas/elements.ts";
import type { SlackOption } from "../../../local/slack/schemas/options.ts";
import type { InputValue } from "../../../local/slack/state/model.ts";
import { ChoiceList } from "../choice-list.tsx";
import { Icon } from "../icons.tsx";
import { Link } from "../link.tsx";
import { useStrings } from "../page-strings.ts";
import { PickMenu, type PickOption } from "../pick-menu.tsx";
import { SlackContext } from "./slack-context.ts";

/** A message, or a modal or home by its view id. */
export type Target = { readonly channel: string; readonly ts: string } | { readonly view: string };

interface Props {
  readonly element: BlockElement;
  readonly target: Target;
  readonly entered: InputValue | undefined;
  /** Set if it is a field of a form. */
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
  /** How actions refer to it: its action_id, or the block_id if it is a field. */
  readonly name?: string;
}

/** An interactive element of a message or view. The app is told of each use at once. */
export function ElementView({
  element,
  target,
  entered,
  labelledBy,
  describedBy,
  isWrong = false,
  name = element.action_id ?? "",
}: Props): JSX.Element | null {
  const { act } = useContext(SlackContext);
  const pick = (option: string) => act({ kind: "picks", target, element: name, option });
  const field = { labelledBy, describedBy, isWrong };
  switch (element.type) {
    case "button":
      return <ButtonView element={element} onPress={() => act({ kind: "presses", target, element: name })} />;
    case "static_select":
      return labelledBy === undefined ? (
        <MessageSelect element={element} entered={entered} onPick={pick} />
      ) : (
        <Select element={element} entered={entered} onPick={pick} {...field} />
      );
    case "overflow":
      return <Overflow options={element.options} onPick={pick} />;
    case "radio_buttons":
    case "checkboxes":
      return <Choices element={element} entered={entered} onPick={pick} {...field} />;
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
      data-token={element.value}
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
}

interface FieldProps extends SelectProps {
  readonly labelledBy: string | undefined;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
}

/** A select in a form, where choosing does nothing yet. */
function Select({
  element,
  entered,
  onPick,
  labelledBy,
  describedBy,
  isWrong,
}: FieldProps & { readonly element: StaticSelect }): JSX.Element {
  const strings = useStrings();
  const hint = element.placeholder?.text ?? strings.chooseOption;
  return (
    <select
      class="sl-field"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      value={chosenIn(entered)[0] ?? ""}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      <option value="" disabled>
        {hint}
      </option>
      {element.options?.map(toOption)}
      {element.option_groups?.map(({ label, options }) => (
        <optgroup key={label.text} label={label.text}>
          {options.map(toOption)}
        </optgroup>
      ))}
    </select>
  );
}

function toOption({ text, value }: SlackOption): JSX.Element {
  return (
    <option key={value} value={value ?? ""}>
      {text.text}
    </option>
  );
}

/** A select in a message, which tells the app of each choice. */
function MessageSelect({
  element,
  entered,
  onPick,
}: SelectProps & { readonly element: StaticSelect }): JSX.Element {
  const strings = useStrings();
  const groups = element.option_groups ?? [{ label: undefined, options: element.options ?? [] }];
  return (
    <PickMenu
      class="sl-select"
      label={element.placeholder?.text ?? strings.chooseOption}
      groups={groups.map(({ label, options }) => ({
        heading: label?.text,
        options: options.map(toPickOption),
      }))}
      chosen={chosenIn(entered)[0]}
      onPick={onPick}
    />
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
    <PickMenu
      class="sl-button overflow"
      label={strings.moreActions}
      groups={[{ options: options.map(toPickOption) }]}
      onPick={onPick}
    >
      <Icon name="more" />
    </PickMenu>
  );
}

function toPickOption({ text, value, description }: SlackOption): PickOption {
  return { id: value ?? "", label: text.text, description: description?.text };
}

type ChoiceElement = Extract<BlockElement, { readonly type: "radio_buttons" | "checkboxes" }>;

function Choices({
  element,
  entered,
  onPick,
  ...field
}: FieldProps & { readonly element: ChoiceElement }): JSX.Element {
  // Every field of a modal has the same action_id, and radio buttons of one name exclude each other.
  const name = useId();
  const chosen = chosenIn(entered);
  return (
    <ChoiceList
      type={element.type === "checkboxes" ? "checkbox" : "radio"}
      class="sl-choices"
      name={name}
      choices={element.options.map(({ text, value = "", description }) => ({
        value,
        label: text.text,
        description: description?.text,
        isChosen: chosen.includes(value),
      }))}
      onToggle={onPick}
      {...field}
    />
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
