import type { JSX } from "preact";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isChosen: boolean;
}

interface Props {
  /** `radio`: one of them; `checkbox`: several. */
  readonly type: "radio" | "checkbox";
  readonly class: string;
  /** Unique in the document. */
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly labelledBy: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
  readonly onToggle: (value: string) => void;
}

/** Radio buttons or checkboxes with their descriptions. */
export function ChoiceList({
  type,
  name,
  choices,
  labelledBy,
  describedBy,
  onToggle,
  ...others
}: Props): JSX.Element {
  return (
    <fieldset
      class={others.class}
      role={type === "radio" ? "radiogroup" : "group"}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={others.isWrong}
    >
      {choices.map(({ value, label, description, isChosen }) => (
        <label key={value}>
          <input type={type} name={name} checked={isChosen} onChange={() => onToggle(value)} />
          <span>
            {label}
            {description && <span class="quiet"> {description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
