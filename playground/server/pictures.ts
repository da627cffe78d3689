import { z } from "zod";
import { maxPictureBytes, maxPictures, pictureTypes } from "./picture-limits.ts";

export interface Picture {
  readonly type: (typeof pictureTypes)[number];
  readonly content: Uint8Array;
}

export interface NamedPicture extends Picture {
  readonly name: string;
}

const maxNameCharacters = 200;
/** Base64 has four characters for three bytes. */
const maxDataCharacters = Math.ceil(maxPictureBytes / 3) * 4;

/** The pictures of a message as the page sends them; `data` is base64. */
export const picturesSchema = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(maxNameCharacters),
      type: z.enum(pictureTypes),
      data: z.string().max(maxDataCharacters),
    }),
  )
  .max(maxPictures);

/** @throws if one of them is not what it is said to be */
export function decodePictures(pictures: z.infer<typeof picturesSchema>): readonly NamedPicture[] {
  return pictures.map(({ name, type, data }) => {
    const content = Buffer.from(data, "base64");
    if (!signatures[type].test(content.toString("hex", 0, signatureBytes)))
      throw new Error(`${name} is not a picture that can be shown`);
    return { name, type, content };
  });
}

/** A stored file as a picture; undefined if it is none that can be shown. */
export function toPicture(type: string | undefined, content: Uint8Array): Picture | undefined {
  const known = pictureTypes.find((one) => one === type);
  return known && { type: known, content };
}

const signatureBytes = 12;

/** How a file of each type begins, in hexadecimal. */
const signatures: Readonly<Record<Picture["type"], RegExp>> = {
  "image/png": /^89504e470d0a1a0a/,
  "image/jpeg": /^ffd8ff/,
  "image/gif": /^47494638(37|39)61/,
  "image/webp": /^52494646.{8}57454250/,
};
