import { z } from "zod";
import { confirm as confirmLimits, option as limits, optionGroupLabel } from "../limits.ts";
import { anyText, plainText } from "./text.ts";

const shared = {
  value: z.string().min(1).max(limits.value),
  description: plainText(limits.description).optional(),
};

/** An option of a select: reference/block-kit/composition-objects/option-object */
export const plainOption = z.strictObject({ text: plainText(limits.text), ...shared });

/** An option of an overflow menu; the only one that may have a URL. */
export const overflowOption = z.strictObject({
  text: plainText(limits.text),
  ...shared,
  url: z.url().max(limits.url).optional(),
});

/** An option of radio buttons or checkboxes; the only one that may be mrkdwn. */
export const richOption = z.strictObject({
  text: anyText(limits.text),
  value: shared.value,
  description: anyText(limits.description).optional(),
});

export type SlackOption = z.infer<typeof richOption> | z.infer<typeof overflowOption>;

/** reference/block-kit/composition-objects/option-group-object */
export const optionGroup = (max: number) =>
  z.strictObject({ label: plainText(optionGroupLabel), options: z.array(plainOption).min(1).max(max) });

/** reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm = z.strictObject({
  title: plainText(confirmLimits.title),
  text: anyText(confirmLimits.text),
  confirm: plainText(confirmLimits.button),
  deny: plainText(confirmLimits.button),
  style: z.enum(["primary", "danger"]).optional(),
});

/** Whether an initial option is one of the options, as Slack requires. */
export function isOneOf(initial: SlackOption, options: readonly SlackOption[]): boolean {
  return options.some(({ value, text }) => value === initial.value && text.text === initial.text.text);
}
