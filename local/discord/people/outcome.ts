import type { Choice } from "../schemas/callbacks.ts";
import type { Message, Modal } from "../state/model.ts";

/** What a person sees of what they did. */
export type Outcome =
  | { readonly kind: "replied"; readonly message: Message }
  /** "... is thinking", in the message that will say more. */
  | { readonly kind: "thinking"; readonly message: Message }
  /** Taken, with nothing to show. */
  | { readonly kind: "acknowledged" }
  /** The message with what was pressed says something else now. */
  | { readonly kind: "updated"; readonly message: Message }
  | { readonly kind: "modal"; readonly modal: Modal }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  /** No answer came in time, and this is shown. */
  | { readonly kind: "failed"; readonly shown: string }
  /** Discord itself says what is missing in the form; the app hears nothing. By custom_id. */
  | { readonly kind: "incomplete"; readonly errors: Readonly<Record<string, string>> };
