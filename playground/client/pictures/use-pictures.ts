import { useEffect, useRef, useState } from "preact/hooks";
import { maxPictureBytes, maxPictures, pictureTypes } from "../../server/picture-limits.ts";
import type { PageStrings } from "../strings-en.ts";

/** A picture that is about to be attached. */
interface ChosenPicture {
  readonly file: File;
  /** Of its preview. */
  readonly url: string;
}

/** A picture as the server takes it; `data` is base64. */
export interface EncodedPicture {
  readonly name: string;
  readonly type: (typeof pictureTypes)[number];
  readonly data: string;
}

export interface Pictures {
  readonly chosen: readonly ChosenPicture[];
  /** Why the last ones were not taken. */
  readonly refusal: string | undefined;
  add(files: readonly File[]): void;
  remove(picture: ChosenPicture): void;
  /** Empties the list. @returns what was in it */
  take(): Promise<readonly EncodedPicture[]>;
}

const megabyte = 1_000_000;

/** The pictures beside a message that is being written. */
export function usePictures({ pictures: strings }: PageStrings): Pictures {
  const [chosen, setChosen] = useState<readonly ChosenPicture[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const latest = useRef(chosen);
  latest.current = chosen;
  useEffect(() => () => latest.current.forEach(release), []);
  const whyNot = (file: File): string | undefined => {
    if (!pictureTypes.some((type) => type === file.type)) return strings.wrongType(file.name);
    return file.size > maxPictureBytes ? strings.tooLarge(file.name, maxPictureBytes / megabyte) : undefined;
  };
  return {
    chosen,
    refusal,
    add: (files) => {
      const refusals = files.flatMap((file) => whyNot(file) ?? []);
      const fitting = files.filter((file) => whyNot(file) === undefined);
      const taken = fitting.slice(0, maxPictures - chosen.length);
      if (taken.length < fitting.length) refusals.push(strings.tooMany(maxPictures));
      setRefusal(refusals.length > 0 ? refusals.join(" ") : undefined);
      setChosen([...chosen, ...taken.map((file) => ({ file, url: URL.createObjectURL(file) }))]);
    },
    remove: (picture) => {
      release(picture);
      setRefusal(undefined);
      setChosen(chosen.filter((one) => one !== picture));
    },
    take: async () => {
      setRefusal(undefined);
      setChosen([]);
      const encoded = await Promise.all(chosen.map(({ file }) => encode(file)));
      chosen.forEach(release);
      return encoded.flatMap((one) => one ?? []);
    },
  };
}

/** The part of an action that has pictures, if there are any. */
export function withPictures(pictures: readonly EncodedPicture[]): { pictures?: EncodedPicture[] } {
  return pictures.length > 0 ? { pictures: [...pictures] } : {};
}

function release({ url }: ChosenPicture): void {
  URL.revokeObjectURL(url);
}

function encode(file: File): Promise<EncodedPicture | undefined> {
  const type = pictureTypes.find((one) => one === file.type);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      const [, data = ""] = String(reader.result).split(",");
      resolve(type && { name: file.name || "picture.png", type, data });
    };
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
}
