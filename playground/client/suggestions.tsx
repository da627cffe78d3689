import type { ComponentChildren, JSX } from "preact";

export interface Suggestion {
  /** Unique in the list. */
  readonly id: string;
  readonly shown: ComponentChildren;
}

interface Props<T extends Suggestion> {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly T[];
  /** The index of the selected one, which Enter takes. */
  readonly at: number;
  readonly onTake: (hint: T) => void;
}

/** A listbox of suggestions. The focus stays in the field, which refers to the selected one with aria-activedescendant. */
export function Suggestions<T extends Suggestion>({
  id,
  label,
  suggestions,
  at,
  onTake,
}: Props<T>): JSX.Element {
  return (
    <div class="hints" role="listbox" id={id} aria-label={label}>
      {suggestions.map((hint, index) => (
        <div
          key={hint.id}
          id={suggestionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(hint);
          }}
        >
          {hint.shown}
        </div>
      ))}
    </div>
  );
}

export function suggestionId(list: string, at: number): string {
  return `${list}-${at}`;
}
