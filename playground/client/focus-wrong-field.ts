/** Moves the focus to the first field of a form that is marked as wrong: in a group of choices, to the first of them. */
export function focusWrongField(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  const field = wrong instanceof HTMLFieldSetElement ? wrong.querySelector("input") : wrong;
  field?.focus();
}
