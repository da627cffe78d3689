import { z } from "zod";

/**
 * What a modal carries as private_metadata, since a submission names neither form nor channel. Modals stay open
 * across restarts, so these names must not change.
 */
const modalMetadataSchema = z.object({
  /** The form's token. */
  token: z.string(),
  /** The place where it was opened, as in an address. */
  data: z.string(),
  /** The response_url of the press that opened it. */
  url: z.string().exactOptional(),
});
export type ModalMetadata = Readonly<z.infer<typeof modalMetadataSchema>>;

export function writeModalMetadata(metadata: ModalMetadata): string {
  return JSON.stringify(metadata);
}

/** @throws if a modal's private_metadata is not ours */
export function readModalMetadata(text: string): ModalMetadata {
  return modalMetadataSchema.parse(JSON.parse(text));
}
