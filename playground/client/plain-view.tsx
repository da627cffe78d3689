import type { JSX } from "preact";

interface Props {
  readonly name: string;
  /** As JSON text. */
  readonly view: string;
}

/** What a person sees on a platform that the page can't draw. */
export function PlainView({ name, view }: Props): JSX.Element {
  return (
    <section class="plain-view panel" aria-label={name}>
      <pre tabIndex={0}>{JSON.stringify(JSON.parse(view), undefined, 2)}</pre>
    </section>
  );
}
