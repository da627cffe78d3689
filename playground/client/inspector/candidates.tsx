import type { JSX } from "preact";
import type { Candidate } from "../../server/core-view.ts";
import { useStrings } from "../page-strings.ts";

/** Candidate entries with their confidence. */
export function Candidates({ all }: { readonly all: readonly Candidate[] }): JSX.Element {
  const strings = useStrings();
  return (
    <ol class="bars candidates">
      {all.map(({ id, title, file, confidence }) => (
        <li key={id} title={file}>
          <span>
            {title} <code>{id}</code>
          </span>
          <meter min={0} max={1} value={confidence} aria-label={`${id}: ${strings.confidence}`} />
          <span class="figure">{(100 * confidence).toFixed(1)} %</span>
        </li>
      ))}
    </ol>
  );
}
