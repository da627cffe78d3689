import type { ComponentChildren, JSX } from "preact";

interface Props {
  /** Of the field; the label's own is this with `-label`. */
  readonly id: string;
  /** Whether it names a group of choices, which a click on it could not focus. */
  readonly isGroup: boolean;
  readonly children: ComponentChildren;
}

export function FieldLabel({ id, isGroup, children }: Props): JSX.Element {
  if (isGroup) {
    return (
      <p class="label" id={`${id}-label`}>
        {children}
      </p>
    );
  }
  return (
    <label class="label" id={`${id}-label`} for={id}>
      {children}
    </label>
  );
}
