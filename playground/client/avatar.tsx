import type { JSX } from "preact";
import { people } from "../server/people.ts";

interface Props {
  readonly name: string;
  readonly isBot: boolean;
}

/** The bot's icon, or a person's initial. Decorative: the name is beside it. */
export function Avatar({ name, isBot }: Props): JSX.Element {
  if (isBot) return <img class="avatar" src="/icon.svg" alt="" width={36} height={36} />;
  return (
    <span class={`avatar letter ${hueOf(name)}`} aria-hidden="true">
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}

const otherHues = 3;

/** The class with a person's colour: each person of the playground has their own, others one by their name. */
export function hueOf(name: string): string {
  const at = people.findIndex((one) => one.name === name);
  if (at >= 0) return `hue-${at}`;
  const sum = [...name].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  return `hue-${people.length + (sum % otherHues)}`;
}
