import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { ModalBody } from "../../../local/discord/schemas/modals.ts";
import { focusWrongField } from "../focus-wrong-field.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { DiscordContext } from "./discord-context.ts";
import { type FieldValues, FieldView } from "./fields.tsx";
import { Markdown } from "./marks.tsx";

/** The open modal: interactions/receiving-and-responding#interaction-response-object-modal */
export function Modal({ body }: { readonly body: ModalBody }): JSX.Element {
  const strings = useStrings();
  const { act } = useContext(DiscordContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const [filled, setFilled] = useState<FieldValues>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    focusWrongField(dialog.current);
  }, [errors]);
  const close = () => act({ kind: "closesModal" });
  const submit = async () => {
    const values = Object.fromEntries(
      Object.entries(filled).map(([id, value]) => [id, typeof value === "object" ? [...value] : value]),
    );
    const did = await act({ kind: "submits", filled: values });
    if (did.kind === "done" && did.outcome?.kind === "incomplete") setErrors(did.outcome.errors);
  };
  const change = (id: string, value: FieldValues[string]) =>
    setFilled((before) => ({ ...before, [id]: value }));
  return (
    <dialog
      ref={dialog}
      class="modal dc-modal"
      aria-labelledby="dc-modal-title"
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2 id="dc-modal-title">{body.title}</h2>
          <button type="button" class="icon-button" aria-label={strings.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body">
          {body.components.map((component, at) => (
            <ComponentView key={at} component={component} errors={errors} onChange={change} />
          ))}
        </div>
        <footer>
          <button type="button" class="dc-button secondary" onClick={close}>
            {strings.cancel}
          </button>
          <button type="submit" class="dc-button primary">
            {strings.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

interface ComponentProps {
  readonly component: ModalBody["components"][number];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (id: string, value: FieldValues[string]) => void;
}

function ComponentView({ component, errors, onChange }: ComponentProps): JSX.Element {
  switch (component.type) {
    case 10:
      return <Markdown text={component.content} />;
    case 18:
      return (
        <FieldView
          field={component.component}
          label={component.label}
          description={component.description ?? undefined}
          error={errors[component.component.custom_id]}
          onChange={onChange}
        />
      );
    case 1:
      return (
        <>
          {component.components.map((field) => (
            <FieldView
              key={field.custom_id}
              field={field}
              label={field.label ?? ""}
              description={undefined}
              error={errors[field.custom_id]}
              onChange={onChange}
            />
          ))}
        </>
      );
  }
}
