import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { ModalField } from "../../../local/discord/schemas/modals.ts";
import { ChoiceList } from "../choice-list.tsx";
import { FieldLabel } from "../field-label.tsx";
import { useStrings } from "../page-strings.ts";
import { EntitySelect } from "./components.tsx";
import { SelectMenu } from "./select-menu.tsx";

/** The values entered in a modal, by custom_id. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | boolean>>;

interface Props {
  readonly field: ModalField;
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (id: string, value: FieldValues[string]) => void;
}

/** A field of a modal with its label: components/reference#label */
export function FieldView({ field, label, description, error, onChange }: Props): JSX.Element {
  const strings = useStrings();
  const id = useId();
  const isRequired = field.type !== 23 && field.required !== false;
  const described = [description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`dc-input ${error ? "wrong" : ""}`}>
      <FieldLabel id={id} isGroup={field.type === 21 || field.type === 22}>
        {label}
        {isRequired && (
          <span class="needed" title={strings.required}>
            *
          </span>
        )}
      </FieldLabel>
      {description && (
        <p id={`${id}-hint`} class="quiet">
          {description}
        </p>
      )}
      <Control
        field={field}
        id={id}
        describedBy={described || undefined}
        isWrong={error !== undefined}
        onChange={onChange}
      />
      {error && (
        <p id={`${id}-error`} class="dc-error">
          {error}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly field: ModalField;
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly onChange: Props["onChange"];
}

function Control({ field, id, describedBy, isWrong, onChange }: ControlProps): JSX.Element {
  const change = (value: FieldValues[string]) => onChange(field.custom_id, value);
  const named = { labelledBy: `${id}-label`, describedBy, isWrong };
  switch (field.type) {
    case 4:
      return <TextInput field={field} id={id} describedBy={describedBy} isWrong={isWrong} onText={change} />;
    case 3:
      return <SelectMenu select={field} {...named} onPick={(values) => change(values.filter(Boolean))} />;
    case 21:
      return <RadioGroup field={field} name={id} {...named} onPick={change} />;
    case 22:
      return (
        <SelectMenu
          select={{ options: field.options, max_values: Math.max(2, field.options.length) }}
          {...named}
          onPick={change}
        />
      );
    case 23:
      return (
        <input
          id={id}
          type="checkbox"
          defaultChecked={field.default === true}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
      );
    case 5:
    case 6:
    case 7:
    case 8:
    case 19:
      return <EntitySelect placeholder={undefined} />;
  }
}

interface RadioProps {
  readonly field: Extract<ModalField, { readonly type: 21 }>;
  readonly name: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly onPick: (value: string) => void;
}

/** components/reference#radio-group */
function RadioGroup({ field, onPick, ...others }: RadioProps): JSX.Element {
  const [chosen, setChosen] = useState(field.options.find((option) => option.default === true)?.value);
  return (
    <ChoiceList
      type="radio"
      class="dc-choices"
      choices={field.options.map(({ label, value, description }) => ({
        label,
        value,
        description: description ?? undefined,
        isChosen: value === chosen,
      }))}
      onToggle={(value) => {
        setChosen(value);
        onPick(value);
      }}
      {...others}
    />
  );
}

interface TextProps extends Omit<ControlProps, "field" | "onChange"> {
  readonly field: Extract<ModalField, { readonly type: 4 }>;
  readonly onText: (text: string) => void;
}

function TextInput({ field, id, describedBy, isWrong, onText }: TextProps): JSX.Element {
  const shared = {
    id,
    class: "dc-field",
    autocomplete: "off",
    defaultValue: field.value ?? "",
    placeholder: field.placeholder ?? undefined,
    maxLength: field.max_length ?? undefined,
    required: field.required !== false,
    "aria-describedby": describedBy,
    "aria-invalid": isWrong,
  };
  if (field.style === 2) {
    return <textarea rows={4} {...shared} onInput={({ currentTarget }) => onText(currentTarget.value)} />;
  }
  return <input type="text" {...shared} onInput={({ currentTarget }) => onText(currentTarget.value)} />;
}
