import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { ChoiceList } from "../choice-list.tsx";
import { useStrings } from "../page-strings.ts";

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  readonly default?: boolean | undefined;
}

interface Props {
  readonly select: {
    readonly options: readonly Option[];
    readonly max_values?: number | undefined;
    readonly placeholder?: string | undefined;
    readonly disabled?: boolean | undefined;
    readonly required?: boolean | undefined;
  };
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
  readonly onPick: (values: readonly string[]) => void;
}

/** One option, or several: components/reference#string-select */
export function SelectMenu({ select, ...others }: Props): JSX.Element {
  return (select.max_values ?? 1) > 1 ? (
    <MultiSelect select={select} {...others} />
  ) : (
    <SingleSelect select={select} {...others} />
  );
}

function SingleSelect({ select, labelledBy, describedBy, isWrong, onPick }: Props): JSX.Element {
  const strings = useStrings();
  const first = select.options.find((option) => option.default === true)?.value ?? "";
  const [value, setValue] = useState(first);
  const hint = select.placeholder ?? strings.chooseOption;
  return (
    <select
      class="dc-field"
      aria-labelledby={labelledBy}
      aria-label={labelledBy ? undefined : hint}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      disabled={select.disabled === true}
      value={value}
      onChange={({ currentTarget }) => {
        setValue(currentTarget.value);
        onPick([currentTarget.value]);
      }}
    >
      <option value="" disabled={select.required !== false}>
        {hint}
      </option>
      {select.options.map(({ label, value: id, description }) => (
        <option key={id} value={id}>
          {description ? `${label}: ${description}` : label}
        </option>
      ))}
    </select>
  );
}

function MultiSelect({ select, labelledBy, describedBy, isWrong, onPick }: Props): JSX.Element {
  const name = useId();
  const [picked, setPicked] = useState<readonly string[]>(
    select.options.filter((option) => option.default === true).map(({ value }) => value),
  );
  const toggle = (value: string) => {
    const next = picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value];
    setPicked(next);
    onPick(next);
  };
  return (
    <ChoiceList
      type="checkbox"
      class="dc-choices"
      name={name}
      choices={select.options.map(({ label, value, description }) => ({
        label,
        value,
        description,
        isChosen: picked.includes(value),
      }))}
      labelledBy={labelledBy}
      describedBy={describedBy}
      isWrong={isWrong === true}
      onToggle={toggle}
    />
  );
}
