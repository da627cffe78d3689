import { z } from "zod";
import { joinOptions } from "../../../src/answer/form.ts";
import { readPlace } from "../place.ts";
import { fieldActionId } from "../rendering/render-field.ts";
import { type ModalMetadata, readModalMetadata } from "./modal-metadata.ts";
import { type ParsedEvent, toParsedEvent } from "./parsed-event.ts";
import { actorFields, nameField, optionSchema } from "./payload-fields.ts";

const inputStateSchema = z.object({
  value: z.string().nullish(),
  selected_option: optionSchema.nullish(),
  selected_options: z.array(optionSchema).nullish(),
});

/**
 * The fields of a view_submission payload that are used: reference/interaction-payloads/view-interactions-payload.
 * The values are by block_id and action_id.
 */
export const submissionSchema = z.object({
  ...actorFields,
  trigger_id: z.string(),
  view: z.object({
    private_metadata: z.string().transform(readModalMetadata),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), inputStateSchema)) }),
  }),
});
type Submission = z.infer<typeof submissionSchema>;

interface ParsedSubmission extends ParsedEvent {
  readonly metadata: ModalMetadata;
}

/** A submitted modal. Its place is where the modal was opened. */
export function parseSubmission({ team, user, trigger_id, view }: Submission): ParsedSubmission {
  const metadata = view.private_metadata;
  const place = { ...readPlace(metadata.data), user: user.id };
  const event = toParsedEvent(
    { team: team.id, place },
    {
      id: `slack/${team.id}/submit/${trigger_id}`,
      ...nameField(user.name),
      addressed: true,
      input: { kind: "submit", token: metadata.token, values: fieldValues(view) },
    },
  );
  return { ...event, metadata };
}

/** What each field holds, by its id; of a choice, the ids of its options. */
function fieldValues({ state }: Submission["view"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(state.values).map(([field, inputs]) => {
      const { value, selected_option: one, selected_options: several } = inputs[fieldActionId] ?? {};
      const chosen = several ? joinOptions(several.map((option) => option.value)) : one?.value;
      return [field, chosen ?? value ?? ""];
    }),
  );
}
