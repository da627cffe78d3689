import type { JSX } from "preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";
import type { DiscordCommand } from "../../discord/view.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { Suggestions, suggestionId } from "../suggestions.tsx";
import { DiscordContext } from "./discord-context.ts";

interface Props {
  readonly command: DiscordCommand;
  readonly channel: string;
  readonly onDone: () => void;
}

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A slash command with its options and their autocomplete choices. */
export function CommandLine({ command, channel, onDone }: Props): JSX.Element {
  const strings = useStrings();
  const { act } = useContext(DiscordContext);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const run = (last: Readonly<Record<string, string>> = values) => {
    const options = Object.fromEntries(Object.entries(last).filter(([, value]) => value !== ""));
    void act({ kind: "types", channel, command: command.name, options });
    onDone();
  };
  return (
    <form
      class="composer command-line"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
      }}
    >
      <strong class="command">/{command.shownName}</strong>
      {command.options.map((option, at) => (
        <OptionField
          key={option.name}
          option={option}
          isFirst={at === 0}
          complete={async (value) => {
            const did = await act({
              kind: "completes",
              channel,
              command: command.name,
              option: option.name,
              value,
            });
            const outcome = did.kind === "done" ? did.outcome : undefined;
            if (outcome?.kind !== "choices") return [];
            return outcome.choices.map((one) => ({ name: one.name, value: String(one.value) }));
          }}
          onChange={(value) => setValues((before) => ({ ...before, [option.name]: value }))}
          onTake={(value) => run({ ...values, [option.name]: value })}
        />
      ))}
      <button type="button" class="icon-button" aria-label={strings.cancel} onClick={onDone}>
        <Icon name="close" />
      </button>
      <button type="submit" class="icon-button send" aria-label={strings.send}>
        <Icon name="send" />
      </button>
    </form>
  );
}

interface OptionProps {
  readonly option: DiscordCommand["options"][number];
  readonly isFirst: boolean;
  readonly complete: (value: string) => Promise<readonly Choice[]>;
  readonly onChange: (value: string) => void;
  readonly onTake: (value: string) => void;
}

/** An option of the command: a combobox if the app autocompletes it. */
function OptionField({ option, isFirst, complete, onChange, onTake }: OptionProps): JSX.Element {
  const id = useId();
  const list = `${id}-list`;
  const field = useRef<HTMLInputElement>(null);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [at, setAt] = useState(-1);
  const asked = useRef("");
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, []);
  const type = async (value: string) => {
    onChange(value);
    if (!option.completes) return;
    asked.current = value;
    const offered = await complete(value);
    // Choices for an earlier text: too late.
    if (asked.current !== value) return;
    setAt(-1);
    setChoices(offered);
  };
  const move = (step: number) => setAt((before) => Math.max(-1, Math.min(choices.length - 1, before + step)));
  return (
    <span class="option">
      <label for={id}>{option.name}</label>
      <input
        ref={field}
        id={id}
        type="text"
        autocomplete="off"
        {...(option.completes && {
          role: "combobox",
          "aria-expanded": choices.length > 0,
          "aria-controls": list,
          "aria-activedescendant": at >= 0 ? suggestionId(list, at) : undefined,
        })}
        placeholder={option.description}
        required={option.isRequired}
        maxLength={option.maxLength}
        onInput={({ currentTarget }) => void type(currentTarget.value)}
        onKeyDown={(event) => {
          const choice = choices[at];
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            move(event.key === "ArrowDown" ? 1 : -1);
          } else if (event.key === "Enter" && choice && !event.isComposing) {
            event.preventDefault();
            onTake(choice.value);
          }
        }}
      />
      {choices.length > 0 && (
        <Suggestions
          id={list}
          label={option.name}
          suggestions={choices.map((choice) => ({ ...choice, id: choice.value, shown: choice.name }))}
          at={at}
          onTake={({ value }) => onTake(value)}
        />
      )}
    </span>
  );
}
