import type { ComponentChildren, JSX } from "preact";

export interface Suggestion {
  /** Names it, within the list. */
  readonly id: string;
  readonly shown: ComponentChildren;
}

interface Props<T extends Suggestion> {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly T[];
  /** The place of the one that Enter takes. */
  readonly at: number;
  readonly onTake: (hint: T) => void;
}

/** What is offered for what is typed. The field keeps the focus and names the one chosen as its active descendant. */
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
