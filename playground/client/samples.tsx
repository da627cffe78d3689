import type { JSX } from "preact";
import { useStrings } from "./page-strings.ts";

interface Props {
  readonly intro: string;
  readonly samples: readonly string[];
  readonly onTry: (sample: string) => void;
}

/** What an empty channel shows: its purpose, and sample messages to send. */
export function Samples({ intro, samples, onTry }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <div class="samples">
      <p>{intro}</p>
      <p class="quiet">{strings.try}</p>
      <ul>
        {samples.map((sample) => (
          <li key={sample}>
            <button type="button" onClick={() => onTry(sample)}>
              {sample}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
