import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { pictureTypes } from "../../server/picture-limits.ts";
import { Icon } from "../icons.tsx";

interface Props {
  /** The platform that has it, and its id there. */
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly type: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
}

/** A file of a message: shown if it is a picture that the local platform has, or else named with its size. */
export function AttachedFile({ platform, id, name, type, size }: Props): JSX.Element {
  const [isMissing, setMissing] = useState(false);
  const url = `/api/pictures/${platform}/${id}`;
  if (isMissing || size === undefined || !pictureTypes.some((one) => one === type))
    return <FileName name={name} size={size} />;
  return (
    <a class="attached" href={url} target="_blank" rel="noreferrer noopener">
      <img src={url} alt={name} onError={() => setMissing(true)} />
    </a>
  );
}

export function FileName({ name, size }: Pick<Props, "name" | "size">): JSX.Element {
  return (
    <p class="file">
      <Icon name="file" /> {name} {size !== undefined && <span class="quiet">{sizeOf(size)}</span>}
    </p>
  );
}

function sizeOf(bytes: number): string {
  const unit = bytes < 1000 ? "byte" : "kilobyte";
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit",
    unit,
    maximumFractionDigits: 0,
  }).format(unit === "byte" ? bytes : bytes / 1000);
}
