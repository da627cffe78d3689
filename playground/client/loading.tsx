import type { JSX } from "preact";
import { useStrings } from "./page-strings.ts";

/** Takes the place of a platform until what the person sees has arrived. */
export function Loading({ label }: { readonly label: string }): JSX.Element {
  const strings = useStrings();
  return (
    <section class="app loading" aria-label={label} aria-busy="true">
      <p class="quiet">{strings.loading}</p>
      <div class="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </section>
  );
}
