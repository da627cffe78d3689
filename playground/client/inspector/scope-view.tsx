import type { JSX } from "preact";
import type { NameKind, Scope } from "../../server/core-view.ts";
import { useStrings } from "../page-strings.ts";

const kinds: readonly NameKind[] = ["ours", "hint", "used", "others", "unknown"];

/** Whether a question is ours, and the names that it holds. */
export function ScopeView({ scope: { ours, names } }: { readonly scope: Scope }): JSX.Element {
  const strings = useStrings();
  const found = kinds.filter((kind) => names[kind].length > 0);
  return (
    <section>
      <h3>
        {strings.isOurs} <span class="quiet">{(100 * ours).toFixed(1)} %</span>
      </h3>
      {found.length === 0 ? (
        <p class="quiet">{strings.noNames}</p>
      ) : (
        <dl class="pairs">
          {found.map((kind) => (
            <div key={kind}>
              <dt>{strings.names[kind]}</dt>
              <dd>{names[kind].join(", ")}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
