import { below, type Random } from "../../bench/random.ts";
import type { Form } from "../../src/answer/form.ts";

/** What people and programs fill into the fields of a form. */
export function createValues(
  nextText: () => string,
  random: Random,
): (form: Form | undefined) => Readonly<Record<string, string>> {
  const fillIn = (field: Form["fields"][number]): string => {
    const roll = random();
    if (roll < 0.1) return "";
    if ("options" in field && roll < 0.8) return field.options[below(field.options.length, random)]?.id ?? "";
    if (roll < 0.3) return field.value ?? "12345678";
    return nextText();
  };
  return (form) => {
    const fields = form?.fields ?? [];
    const filled = fields.filter(() => random() < 0.95).map((field) => [field.id, fillIn(field)]);
    const others = random() < 0.1 ? [[nextText().slice(0, 50), nextText()]] : [];
    const own = form
      ? []
      : [
          ["reply", nextText()],
          ["question", nextText()],
        ];
    return Object.fromEntries([...filled, ...others, ...own]);
  };
}
