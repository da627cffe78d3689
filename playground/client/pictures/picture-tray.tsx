import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { pictureTypes } from "../../server/picture-limits.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import type { Pictures } from "./use-pictures.ts";

/** The pictures that will be attached, each with a small preview, and why others were not taken. */
export function PictureTray({ pictures }: { readonly pictures: Pictures }): JSX.Element {
  const { pictures: strings } = useStrings();
  const { chosen, refusal } = pictures;
  return (
    <>
      {chosen.length > 0 && (
        <ul class="tray" aria-label={strings.attached}>
          {chosen.map((picture) => (
            <li key={picture.url}>
              <img src={picture.url} alt={picture.file.name} />
              <button
                type="button"
                class="icon-button"
                aria-label={strings.remove(picture.file.name)}
                title={strings.remove(picture.file.name)}
                onClick={() => pictures.remove(picture)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="tray-refusal" role="status">
        {refusal}
      </p>
    </>
  );
}

/** Opens the file chooser. */
export function PictureButton({ pictures }: { readonly pictures: Pictures }): JSX.Element {
  const { pictures: strings } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join(",")}
        onChange={({ currentTarget }) => {
          pictures.add([...(currentTarget.files ?? [])]);
          // The same file can then be chosen again.
          currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={strings.attach}
        title={strings.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="image" />
      </button>
    </>
  );
}

/** The pictures on the clipboard, such as a screenshot. */
export function pastedPictures({ clipboardData }: ClipboardEvent): readonly File[] {
  return [...(clipboardData?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
}
