import type { DiscordPress } from "../parsing/parse-press.ts";
import type { InteractionResponse } from "../responding/interaction-response.ts";

/** A press, and the response to it. */
export interface PressTarget extends DiscordPress {
  readonly response: InteractionResponse;
}
