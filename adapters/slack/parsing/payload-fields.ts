import { z } from "zod";
import type { Incoming } from "../../../src/platform/incoming.ts";

/** Who interacted: in all payloads of reference/interaction-payloads. */
export const actorFields = {
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), name: z.string().optional() }),
};

/** reference/block-kit/composition-objects/option-object */
export const optionSchema = z.object({ text: z.object({ text: z.string() }), value: z.string() });

export function nameField(name: string | undefined): Pick<Incoming, "name"> {
  return name === undefined ? {} : { name };
}

/** The thread of a place. */
export function threadField(thread: string | undefined): { readonly thread?: string } {
  return thread === undefined ? {} : { thread };
}
