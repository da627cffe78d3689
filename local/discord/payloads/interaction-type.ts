import type { InteractionAction } from "../state/model.ts";

/** interactions/receiving-and-responding#interaction-object-interaction-type */
export function interactionType({ kind }: InteractionAction): 2 | 3 | 4 | 5 {
  switch (kind) {
    case "command":
    case "contextMenu":
      return 2;
    case "component":
      return 3;
    case "autocomplete":
      return 4;
    case "submission":
      return 5;
  }
}
