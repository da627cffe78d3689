import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { SlackSurface } from "../../slack/view.ts";
import { focusWrongField } from "../focus-wrong-field.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { Blocks } from "./blocks.tsx";
import { SlackContext } from "./slack-context.ts";

/** The topmost modal, with its errors: surfaces/modals */
export function Modal({ surface }: { readonly surface: SlackSurface }): JSX.Element | null {
  const strings = useStrings();
  const { act } = useContext(SlackContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const [incomplete, setIncomplete] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const { id, body } = surface;
  const errors = { ...surface.errors, ...incomplete };
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    focusWrongField(dialog.current);
  }, [JSON.stringify(errors)]);
  if (body.type !== "modal") return null;

  const close = () => act({ kind: "closes", view: id });
  const submit = async (form: HTMLFormElement) => {
    setBusy(true);
    setIncomplete({});
    const did = await act({ kind: "submits", view: id, filled: readFields(form) });
    setBusy(false);
    if (did.kind === "done" && did.outcome?.kind === "incomplete") setIncomplete(did.outcome.errors);
  };
  return (
    <dialog
      ref={dialog}
      class="modal sl-modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <header>
          <h2 id="modal-title">{body.title.text}</h2>
          <button type="button" class="icon-button" aria-label={strings.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body">
          <Blocks blocks={body.blocks} target={{ view: id }} values={surface.values} errors={errors} />
        </div>
        <footer>
          <button type="button" class="sl-button" onClick={close}>
            {body.close?.text ?? strings.cancel}
          </button>
          {body.submit && (
            <button type="submit" class="sl-button primary" disabled={isBusy}>
              {body.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** The typed values by block_id. The workspace already knows what was picked. */
function readFields(form: HTMLFormElement): Readonly<Record<string, string>> {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "input[type=text][name], textarea[name]",
  );
  return Object.fromEntries([...fields].map(({ name, value }) => [name, value]));
}
