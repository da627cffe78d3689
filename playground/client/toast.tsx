import { Icon } from "./icons.tsx";
import { useWords } from "./words.ts";

interface Props {
  readonly told: string | undefined;
  readonly onClose: () => void;
}

export function Toast({ told, onClose }: Props) {
  const words = useWords();
  return (
    <div class="toast" role="status">
      {told !== undefined && (
        <p>
          {told}
          <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
