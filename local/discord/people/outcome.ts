import type { AutocompleteChoice } from "../schemas/callbacks.ts";
import type { GuildMessage, OpenModal } from "../state/model.ts";

/** What a person sees after an action. */
export type DiscordOutcome =
  | { readonly kind: "replied"; readonly message: GuildMessage }
  /** A deferred message that shows "... is thinking". */
  | { readonly kind: "thinking"; readonly message: GuildMessage }
  /** Acknowledged, with nothing to show. */
  | { readonly kind: "acknowledged" }
  /** The message with the component was updated. */
  | { readonly kind: "updated"; readonly message: GuildMessage }
  | { readonly kind: "modal"; readonly modal: OpenModal }
  | { readonly kind: "choices"; readonly choices: readonly AutocompleteChoice[] }
  /** No response came in time, and Discord shows this text. */
  | { readonly kind: "failed"; readonly shown: string }
  /** Rejected by Discord's own validation of the modal, by custom_id. The app is not told. */
  | { readonly kind: "incomplete"; readonly errors: Readonly<Record<string, string>> };
