import { z } from "zod";
import { command as limits } from "../limits.ts";
import { flags as bits } from "../state/flags.ts";
import { errorText, list, optional, text } from "./fields.ts";
import { messageBody } from "./messages.ts";
import { modal } from "./modals.ts";

/** interactions/application-commands#application-command-object-application-command-option-choice-structure */
const choice = z.strictObject({
  name: text(1, limits.choiceName),
  name_localizations: optional(z.record(z.string(), z.string())),
  value: z.union([text(0, limits.choiceValue), z.number()]),
});

export type AutocompleteChoice = z.infer<typeof choice>;

/** A deferred response allows no flag but EPHEMERAL: interactions/receiving-and-responding */
const deferred = z.strictObject({
  flags: optional(
    z.int().refine((flags) => (flags & ~bits.ephemeral) === 0, {
      error: errorText("MESSAGE_FLAGS_INVALID", "Only EPHEMERAL can be set on a deferred response."),
    }),
  ),
});

/** interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const callback = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal(4), data: messageBody }),
  z.strictObject({ type: z.literal(5), data: optional(deferred) }),
  z.strictObject({ type: z.literal(6), data: optional(z.strictObject({})) }),
  z.strictObject({ type: z.literal(7), data: optional(messageBody) }),
  z.strictObject({
    type: z.literal(8),
    data: z.strictObject({ choices: list(choice, 0, limits.choices) }),
  }),
  z.strictObject({ type: z.literal(9), data: modal }),
]);

export type Callback = z.infer<typeof callback>;
