import type { ComponentChildren, JSX } from "preact";

interface Props {
  /** In milliseconds since 1970; a time that there is. */
  readonly at: number;
  readonly children: ComponentChildren;
}

/** The words for a point in time. */
export function Moment({ at, children }: Props): JSX.Element {
  return <time dateTime={new Date(at).toISOString()}>{children}</time>;
}
