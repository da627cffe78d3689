import type { JSX } from "preact";
import type { UnansweredGroup } from "../../server/core-view.ts";
import { useStrings } from "../page-strings.ts";

interface Props {
  /** Undefined until they have arrived. */
  readonly groups: readonly UnansweredGroup[] | undefined;
  readonly onChoose: (entry: string) => void;
}

/** Unanswered questions, similar ones grouped. */
export function Unanswered({ groups, onChoose }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <section class="panel">
      <h2>{strings.unanswered}</h2>
      {!groups && <p class="quiet">{strings.loading}</p>}
      {groups?.length === 0 && <p class="quiet">{strings.unansweredEmpty}</p>}
      <ul class="unanswered">
        {groups?.map(({ count, how, examples, nearest }) => (
          <li key={examples[0]}>
            <p>
              <strong>{count} ×</strong>{" "}
              <span class="quiet">
                {how.map((one) => (one === "declined" ? strings.declined : strings.notMeant)).join(", ")}
              </span>
            </p>
            {examples.map((example) => (
              <blockquote key={example}>{example}</blockquote>
            ))}
            <p class="quiet">
              {strings.nearest}:{" "}
              {nearest.map(({ id }) => (
                <button key={id} type="button" class="link" onClick={() => onChoose(id)}>
                  {id}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
