import type { ComponentChildren, JSX } from "preact";

export interface Hint {
  /** Names it, within the list. */
  readonly id: string;
  readonly shown: ComponentChildren;
}

interface Props<T extends Hint> {
  readonly id: string;
  readonly label: string;
  readonly hints: readonly T[];
  /** The place of the one that Enter takes. */
  readonly at: number;
  readonly onTake: (hint: T) => void;
}

/** What is offered for what is typed. The field keeps the focus and names the one chosen as its active descendant. */
export function Hints<T extends Hint>({ id, label, hints, at, onTake }: Props<T>): JSX.Element {
  return (
    <div class="hints" role="listbox" id={id} aria-label={label}>
      {hints.map((hint, index) => (
        <div
          key={hint.id}
          id={hintId(id, index)}
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

export function hintId(list: string, at: number): string {
  return `${list}-${at}`;
}
