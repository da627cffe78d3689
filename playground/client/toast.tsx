import type { JSX } from "preact";
import { Icon } from "./icons.tsx";
import { useStrings } from "./page-strings.ts";

interface Props {
  readonly toast: string | undefined;
  readonly onClose: () => void;
}

export function Toast({ toast, onClose }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <div class="toast" role="status">
      {toast !== undefined && (
        <p>
          {toast}
          <button type="button" class="icon-button" aria-label={strings.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
