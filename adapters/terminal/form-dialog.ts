import type { Form } from "../../src/answer/form.ts";
import { enterLine, type FormProgress, renderField, startForm } from "./form-progress.ts";
import type { Style } from "./render.ts";

/** What a line did: nothing if no form is open, entered a field, closed the form, or completed it. */
type EnteredLine =
  | { readonly kind: "noForm" }
  | { readonly kind: "entered" }
  | { readonly kind: "cancelled"; readonly form: Form }
  | { readonly kind: "completed"; readonly form: Form; readonly values: FormProgress["values"] };

interface FormToOpen {
  readonly form: Form;
  /** Shown above the first field. */
  readonly heading: readonly string[];
  /** The fields to ask; all by default. */
  readonly fieldIds?: readonly string[];
}

/** Asks for a form's fields one by one. */
export interface FormDialog {
  open(form: FormToOpen): void;
  enter(line: string): EnteredLine;
}

/** Entered alone, it closes the form. */
const cancelLine = ".";

export function createFormDialog(write: (text: string) => void, style: Style): FormDialog {
  let progress: FormProgress | undefined;
  const ask = (next: FormProgress) => {
    progress = next;
    write(renderField(next, style));
  };
  return {
    open: ({ form, heading, fieldIds }) => {
      write(heading.join("\n"));
      ask(startForm(form, fieldIds));
    },
    enter: (line) => {
      if (!progress) return { kind: "noForm" };
      const { form } = progress;
      const next = enterLine(progress, line);
      progress = undefined;
      if (line.trim() === cancelLine) return { kind: "cancelled", form };
      if (next.remaining.length === 0) return { kind: "completed", form, values: next.values };
      ask(next);
      return { kind: "entered" };
    },
  };
}
