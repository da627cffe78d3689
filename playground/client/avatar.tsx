import type { JSX } from "preact";

interface Props {
  readonly name: string;
  readonly isBot: boolean;
}

/** The bot's icon, or a person's initial. Decorative: the name is beside it. */
export function Avatar({ name, isBot }: Props): JSX.Element {
  if (isBot) return <img class="avatar" src="/icon.svg" alt="" width={36} height={36} />;
  return (
    <span class={`avatar letter hue-${hueOf(name)}`} aria-hidden="true">
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}

const hues = 5;

function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % hues;
}
