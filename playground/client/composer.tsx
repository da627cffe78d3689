import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { useStrings } from "./page-strings.ts";
import { PictureButton, PictureTray, pastedPictures } from "./pictures/picture-tray.tsx";
import { type EncodedPicture, usePictures } from "./pictures/use-pictures.ts";
import { Suggestions, suggestionId } from "./suggestions.tsx";

interface Command {
  /** Including the slash. */
  readonly name: string;
  readonly description: string;
}

interface Props {
  readonly label: string;
  /** Suggested while the text is a prefix of one of them. */
  readonly commands: readonly Command[];
  readonly offersMention: boolean;
  /** The text may be empty if there are pictures. */
  readonly onSend: (text: string, pictures: readonly EncodedPicture[]) => void;
  /** Called with the chosen command. Without it, choosing completes the command in the text. */
  readonly onCommand?: (name: string) => void;
}

/** The message input: Enter sends, Shift+Enter inserts a line break. Pictures are chosen or pasted. */
export function Composer({ label, commands, offersMention, onSend, onCommand }: Props): JSX.Element {
  const strings = useStrings();
  const list = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const pictures = usePictures(strings);
  const isEmpty = text.trim() === "" && pictures.chosen.length === 0;
  const offered = /^\/\S*$/.test(text) ? commands.filter(({ name }) => name.startsWith(text)) : [];
  const chosen = offered[at] ?? offered[0];

  const send = async () => {
    if (isEmpty) return;
    setText("");
    field.current?.focus();
    onSend(text.trim(), pictures.chosen.length > 0 ? await pictures.take() : []);
  };
  const take = ({ name }: Command) => {
    setText(onCommand ? "" : `${name} `);
    onCommand?.(name);
    field.current?.focus();
  };
  /** Handles the keys of the suggestion list. @returns whether the key was one of them */
  const choose = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (!chosen) return false;
    const isWhole = !onCommand && chosen.name === text;
    if (key === "ArrowDown" || key === "ArrowUp") {
      const step = key === "ArrowDown" ? 1 : offered.length - 1;
      setAt((offered.indexOf(chosen) + step) % offered.length);
      return true;
    }
    if (key !== "Tab" && (key !== "Enter" || shiftKey || isWhole)) return false;
    take(chosen);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (choose(event)) return event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PictureTray pictures={pictures} />
      {chosen && (
        <Suggestions
          id={list}
          label={strings.commands}
          suggestions={offered.map((command) => ({
            ...command,
            id: command.name,
            shown: <CommandView {...command} />,
          }))}
          at={offered.indexOf(chosen)}
          onTake={take}
        />
      )}
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={label}
        aria-autocomplete={commands.length > 0 ? "list" : undefined}
        aria-activedescendant={chosen && suggestionId(list, offered.indexOf(chosen))}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = pastedPictures(event);
          if (pasted.length === 0) return;
          event.preventDefault();
          pictures.add(pasted);
        }}
      />
      <PictureButton pictures={pictures} />
      {offersMention && (
        <button
          type="button"
          class="icon-button"
          aria-label={strings.mention}
          title={strings.mention}
          onClick={() => {
            setText((before) => `@signpost ${before}`);
            field.current?.focus();
          }}
        >
          @
        </button>
      )}
      <button type="submit" class="icon-button send" aria-label={strings.send} disabled={isEmpty}>
        <Icon name="send" />
      </button>
    </form>
  );
}

function CommandView({ name, description }: Command): JSX.Element {
  return (
    <>
      <strong>{name}</strong> <span>{description}</span>
    </>
  );
}
