import { describe, expect, it } from "vitest";
import { modal } from "../../../local/discord/schemas/modals.ts";
import { toErrorTree } from "../../../local/discord/schemas/validation-errors.ts";
import { findBreaches, isObject } from "./openapi/conforms.ts";
import { description } from "./openapi/description.ts";
import { flatten, sized } from "./raw.ts";

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

const input = (fields: object = {}) => ({ type: 4, custom_id: "words", style: 1, ...fields });
const label = (component: object, fields: object = {}) => ({
  type: 18,
  label: "Label",
  component,
  ...fields,
});
const form = (components: readonly object[], fields: object = {}) => ({
  custom_id: "form",
  title: "Form",
  components,
  ...fields,
});
const option = (at: number, fields: object = {}) => ({ label: `Option ${at}`, value: `${at}`, ...fields });
const select = (fields: object = {}) => ({
  type: 3,
  custom_id: "s",
  options: [option(0), option(1)],
  ...fields,
});
const group = (type: 21 | 22, count: number) => ({
  type,
  custom_id: "g",
  options: times(count, (at) => option(at)),
});

/** What has a largest size, that size, and a form that has it. */
const largest: readonly (readonly [string, number, (size: number) => object])[] = [
  ["title", 45, (n) => form([label(input())], { title: sized(n) })],
  ["custom_id", 100, (n) => form([label(input())], { custom_id: sized(n) })],
  ["components", 5, (n) => form(times(n, (at) => label(input({ custom_id: `i${at}` }))))],
  ["label", 45, (n) => form([label(input(), { label: sized(n) })])],
  ["description", 100, (n) => form([label(input(), { description: sized(n) })])],
  ["field's custom_id", 100, (n) => form([label(input({ custom_id: sized(n) }))])],
  ["value", 4000, (n) => form([label(input({ value: sized(n) }))])],
  ["placeholder", 100, (n) => form([label(input({ placeholder: sized(n) }))])],
  ["min_length", 4000, (n) => form([label(input({ min_length: n }))])],
  ["max_length", 4000, (n) => form([label(input({ max_length: n }))])],
  ["label in a row", 45, (n) => form([{ type: 1, components: [input({ label: sized(n) })] }])],
  ["options of a select", 25, (n) => form([label(select({ options: times(n, (at) => option(at)) }))])],
  ["radio buttons", 10, (n) => form([label(group(21, n))])],
  ["checkboxes", 10, (n) => form([label(group(22, n))])],
  ["files", 10, (n) => form([label({ type: 19, custom_id: "f", max_values: n })])],
  ["text between", 4000, (n) => form([{ type: 10, content: sized(n) }, label(input())])],
];

describe("A form", () => {
  it.each(largest)("takes %s up to %i and no more", (_, size, make) => {
    expect(modal.safeParse(make(size)).success).toBe(true);
    expect(modal.safeParse(make(size + 1)).success).toBe(false);
    if (description) expect(breaches(make(size))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["no components", form([]), "components BASE_TYPE_BAD_LENGTH"],
    [
      "a button",
      form([label({ type: 2, custom_id: "b", style: 1, label: "Go" })]),
      "components.0.component.type UNION_TYPE_CHOICES",
    ],
    ["a field without a label around it", form([input()]), "components.0.type UNION_TYPE_CHOICES"],
    [
      "a label in a row that is missing",
      form([{ type: 1, components: [input()] }]),
      "components.0.components.0.label BASE_TYPE_REQUIRED",
    ],
    [
      "a custom_id twice",
      form([label(input()), label(input())]),
      "components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    [
      "a field that is switched off",
      form([label(select({ disabled: true }))]),
      "components.0.component.disabled MODAL_COMPONENT_DISABLED",
    ],
    [
      "none to pick where one is required",
      form([label(select({ min_values: 0 }))]),
      "components.0.component.min_values COMPONENT_MIN_VALUES_REQUIRED",
    ],
    [
      "a least length above the greatest",
      form([label(input({ min_length: 5, max_length: 4 }))]),
      "components.0.component.min_length TEXT_INPUT_COMPONENT_MIN_LENGTH",
    ],
    ["one radio button", form([label(group(21, 1))]), "components.0.component.options BASE_TYPE_BAD_LENGTH"],
  ])("is refused with where and why: %s", (_, body, complaint) => {
    const { error } = modal.safeParse(body);
    expect(flatten(toErrorTree(error?.issues ?? []))).toContain(complaint);
  });
});

function breaches(body: object): readonly string[] {
  const all = description?.components;
  const schemas = isObject(all) && isObject(all.schemas) ? all.schemas : {};
  const resolve = (ref: string) => {
    const found = schemas[ref.split("/").at(-1) ?? ""];
    return isObject(found) ? found : {};
  };
  return findBreaches(resolve("ModalInteractionCallbackRequestData"), body, resolve);
}
