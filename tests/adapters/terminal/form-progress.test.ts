import { describe, expect, it } from "vitest";
import { enterLine, renderField, startForm } from "../../../adapters/terminal/form-progress.ts";
import type { Form } from "../../../src/answer/form.ts";

const form: Form = {
  locale: "en",
  title: "Form",
  submit: "Go",
  token: "+1.fill.x.en",
  fields: [
    {
      kind: "choices",
      id: "tried",
      label: "Tried?",
      value: "browser,phone",
      options: [
        { id: "browser", label: "Another browser" },
        { id: "network", label: "Another network" },
        { id: "phone", label: "Another phone" },
      ],
    },
  ],
};
const entered = (line: string) => enterLine(startForm(form), line).values.tried;

describe("several options in the terminal", () => {
  it.each([
    ["1, 3", "browser,phone"],
    ["3 1 1", "phone,browser"],
    ["2", "network"],
    ["another network", "network"],
    ["", "browser,phone"],
    ["1, 9", ""],
    ["nothing", ""],
  ])("%j gives %j", (line, value) => {
    expect(entered(line)).toBe(value);
  });

  it("are shown with what was chosen before", () => {
    const style = { strong: (said: string) => said, faint: (said: string) => said } as never;
    expect(renderField(startForm(form), style)).toContain("= Another browser; Another phone");
  });
});
