import type { JSX } from "preact";
import { useStrings } from "./page-strings.ts";
import type { Mark } from "./use-unread.ts";

/** A number for messages that are for the person, a dot for others; read out as a sentence. Nothing if all is read. */
export function UnreadBadge({ mark: { count, direct } }: { readonly mark: Mark }): JSX.Element | null {
  const strings = useStrings();
  if (count === 0) return null;
  const shown = direct > 0 ? direct : count;
  return (
    <span class={direct > 0 ? "unread" : "unread dot"}>
      <span aria-hidden="true">{direct > 0 ? shown : ""}</span>
      <span class="read-out">({strings.unread(shown)})</span>
    </span>
  );
}
