import { type Answer, type Block, type Button, paragraph } from "../../src/answer/answer.ts";
import type { Form, FormField } from "../../src/answer/form.ts";
import { plain, type Span } from "../../src/answer/text.ts";

type OfEachKind<Union extends { readonly kind: string }> = {
  readonly [Kind in Union["kind"]]: Extract<Union, { readonly kind: Kind }>;
};

/** A sample of each kind. A kind that is missing here does not compile. */
export const spans: OfEachKind<Span> = {
  plain: { kind: "plain", text: "plainSpan" },
  strong: { kind: "strong", text: "strongSpan" },
  code: { kind: "code", text: "codeSpan" },
  link: { kind: "link", text: "linkSpan", url: "https://example.com/link" },
  time: { kind: "time", text: "timeSpan", at: 1_700_000_000_000 },
};

export const blocks: OfEachKind<Block> = {
  paragraph: { kind: "paragraph", text: Object.values(spans) },
  section: { kind: "section", title: "sectionTitle" },
  steps: {
    kind: "steps",
    steps: [
      [paragraph(plain("firstStep")), { kind: "code", text: "codeInStep" }],
      [paragraph(plain("secondStep")), { kind: "steps", steps: [[paragraph(plain("innerStep"))]] }],
    ],
  },
  list: { kind: "list", items: [[plain("listItem")]] },
  note: { kind: "note", tone: "footnote", text: [plain("footnoteText")] },
  code: { kind: "code", text: "codeBlock" },
  fields: { kind: "fields", fields: [{ label: "fieldLabel", value: "fieldValue" }] },
};

export const buttons: OfEachKind<Button> = {
  press: { kind: "press", label: "pressLabel", token: "1.home.-.en" },
  link: { kind: "link", label: "linkLabel", url: "https://example.com/button" },
};

const formFields: OfEachKind<FormField> = {
  line: { kind: "line", id: "line", label: "lineLabel", limit: 100 },
  paragraph: { kind: "paragraph", id: "paragraph", label: "paragraphLabel", limit: 100 },
  choice: {
    kind: "choice",
    id: "choice",
    label: "choiceLabel",
    options: [{ id: "option", label: "optionLabel" }],
  },
  choices: {
    kind: "choices",
    id: "choices",
    label: "choicesLabel",
    options: [{ id: "one", label: "oneOfSeveral" }],
  },
};

/** An answer with each kind of block, span and button. */
export const everyKind: Answer = {
  locale: "en",
  title: "answerTitle",
  blocks: [...Object.values(blocks), { kind: "note", tone: "notice", text: [plain("noticeText")] }],
  buttons: Object.values(buttons),
};

/** All that a reader of `everyKind` has to see. */
export const everyWord = [
  "answerTitle",
  ...["plainSpan", "strongSpan", "codeSpan", "linkSpan", "sectionTitle"],
  ...["firstStep", "codeInStep", "secondStep", "innerStep", "listItem", "footnoteText", "noticeText"],
  ...["codeBlock", "fieldLabel", "fieldValue"],
];

/** A form with each kind of field. */
export const everyField: Form = {
  locale: "en",
  title: "formTitle",
  note: "formNote",
  fields: Object.values(formFields),
  submit: "submitLabel",
  token: "+1.ask.-.en",
};

/** All that somebody who fills `everyField` has to see. */
export const everyFormWord = [
  "formTitle",
  "formNote",
  ...Object.values(formFields).map(({ label }) => label),
  "optionLabel",
  "oneOfSeveral",
];
