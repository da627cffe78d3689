import type { JSX } from "preact";

interface Props {
  readonly name: string;
  readonly view: unknown;
}

/** A platform without a drawing of its own: its view as it was sent. */
export function PlainView({ name, view }: Props): JSX.Element {
  return (
    <section class="plain-view" aria-label={name}>
      <pre tabIndex={0}>{JSON.stringify(view, undefined, 2)}</pre>
    </section>
  );
}
