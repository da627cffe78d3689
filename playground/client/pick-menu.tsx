import type { ComponentChildren, JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { placeBelow } from "./place-below.ts";

interface PickGroup {
  readonly heading?: string | undefined;
  readonly options: readonly PickOption[];
}

export interface PickOption {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
}

interface Props {
  /** Read out, and shown while nothing is chosen. */
  readonly label: string;
  readonly groups: readonly PickGroup[];
  readonly chosen?: string | undefined;
  readonly class: string;
  readonly isDisabled?: boolean;
  /** Shown in place of the label. */
  readonly children?: ComponentChildren;
  readonly onPick: (id: string) => void;
}

/**
 * A select whose choice acts at once, as in a message: a button that opens a listbox, so that the arrow keys only look, and
 * Enter, Space or a click choose. https://www.w3.org/WAI/ARIA/apg/patterns/listbox/
 */
export function PickMenu({
  label,
  groups,
  chosen,
  isDisabled,
  children,
  onPick,
  ...others
}: Props): JSX.Element {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const options = groups.flatMap((group) => group.options);
  const chosenAt = options.findIndex((option) => option.id === chosen);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(options.length - 1, to));
    setAt(next);
    list.current?.querySelectorAll("[role=option]")[next]?.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    if (!button.current || !list.current) return;
    setAt(Math.max(0, chosenAt));
    list.current.showPopover();
    placeBelow(button.current, list.current);
    list.current.focus({ preventScroll: true });
    window.addEventListener("resize", close, { once: true });
  };
  const close = () => list.current?.hidePopover();
  const pick = (option: PickOption | undefined) => {
    close();
    if (option) onPick(option.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyTargets(at, options.length)[event.key];
    const typed =
      event.key.length === 1 && event.key !== " " ? startingWith(options, event.key, at) : undefined;
    if (event.key === "Enter" || event.key === " ") pick(options[at]);
    else if (event.key === "Tab") close();
    else if (to !== undefined) move(to);
    else if (typed !== undefined) move(typed);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`pick ${others.class}`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={children === undefined ? undefined : label}
        disabled={isDisabled === true}
        data-token={options.map((option) => option.id).join(" ")}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          open();
        }}
      >
        {children ?? options[chosenAt]?.label ?? label}
      </button>
      <div
        ref={list}
        id={id}
        class="pick-list"
        popover="auto"
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={onKeyDown}
      >
        {groups.map(({ heading, options: inGroup }, index) => (
          <Group key={index} id={`${id}-group-${index}`} heading={heading}>
            {inGroup.map((option) => {
              const here = options.indexOf(option);
              return (
                <div
                  key={option.id}
                  id={`${id}-${here}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={here === chosenAt}
                  class={here === at ? "current" : undefined}
                  onPointerUp={() => pick(option)}
                  onPointerMove={() => setAt(here)}
                >
                  <span>{option.label}</span>
                  {option.description && <span class="quiet">{option.description}</span>}
                </div>
              );
            })}
          </Group>
        ))}
      </div>
    </>
  );
}

interface GroupProps {
  readonly id: string;
  readonly heading: string | undefined;
  readonly children: ComponentChildren;
}

function Group({ id, heading, children }: GroupProps): JSX.Element {
  if (heading === undefined) return <>{children}</>;
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} role="presentation" class="pick-heading">
        {heading}
      </p>
      {children}
    </div>
  );
}

function keyTargets(at: number, length: number): Readonly<Record<string, number>> {
  return { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1 };
}

/** The next option that begins with a letter. */
function startingWith(options: readonly PickOption[], letter: string, at: number): number | undefined {
  const from = [...options.keys()].map((index) => (at + 1 + index) % options.length);
  return from.find((index) => options[index]?.label.toLowerCase().startsWith(letter.toLowerCase()));
}
