import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
} from "discord.js";
import type { Form, FormField } from "../../../src/answer/form.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import {
  maxFieldDescriptionCharacters,
  maxFieldLabelCharacters,
  maxModalComponents,
  maxModalTitleCharacters,
} from "../limits.ts";
import { escapeText } from "./markdown.ts";
import { renderField } from "./render-field.ts";

/**
 * A form as a modal. Its token is the custom_id, which comes back with the submission. The note is one of the modal's
 * components; where the fields leave no room for it, the fields come first.
 */
export function renderForm({ title, note, fields, token }: Form): APIModalInteractionResponseCallbackData {
  const labels = fields.slice(0, maxModalComponents).map(toLabel);
  const hasRoom = note !== undefined && labels.length < maxModalComponents;
  return {
    custom_id: token,
    title: shorten(title, maxModalTitleCharacters),
    components: [...(hasRoom ? [toTextDisplay(note)] : []), ...labels],
  };
}

/** components/reference#text-display, which modals may hold. */
function toTextDisplay(text: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: escapeText(text) };
}

/** A label that is too long is cut, and shown in full in the description. */
function toLabel(field: FormField): APILabelComponent {
  const { label, hint } = field;
  const description = [
    ...(label.length > maxFieldLabelCharacters ? [label] : []),
    ...(hint === undefined ? [] : [hint]),
  ];
  return {
    type: ComponentType.Label,
    label: shorten(label, maxFieldLabelCharacters),
    ...(description.length > 0 && {
      description: shorten(description.join(" "), maxFieldDescriptionCharacters),
    }),
    component: renderField(field),
  };
}
