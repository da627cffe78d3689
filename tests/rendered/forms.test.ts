import path from "node:path";
import { describe, expect, it } from "vitest";
import { renderForm as renderOnDiscord } from "../../adapters/discord/rendering/render-form.ts";
import { renderForm as renderOnSlack } from "../../adapters/slack/rendering/render-form.ts";
import { modal } from "../../local/discord/schemas/modals.ts";
import { viewBody } from "../../local/slack/schemas/views.ts";
import type { Form } from "../../src/answer/form.ts";
import { askForm } from "../../src/conversation/replies/ask-form.ts";
import {
  type CaseEntry,
  caseForm,
  editForm,
  formSteps,
  sentForm,
} from "../../src/conversation/replies/case-form.ts";
import { createReplyContext, type ReplyContext } from "../../src/conversation/replies/context.ts";
import { caseEntryOf } from "../../src/conversation/replies/show-escalation.ts";
import { replyForm } from "../../src/conversation/replies/team-form.ts";
import { isObject } from "../local/discord/openapi/conforms.ts";
import { description, takes } from "../local/discord/openapi/description.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

const text = { subject: "A subject", description: "What happened." };

function caseForms(context: ReplyContext, caseEntry: CaseEntry): readonly Form[] {
  const steps = formSteps(context, caseEntry).map((_, at) =>
    caseForm(context, caseEntry, { step: at + 1, answers: { "secure-tried": "password,keys" } }),
  );
  return [...steps, editForm(context, caseEntry, text), sentForm(context, caseEntry)].flatMap(
    (form) => form ?? [],
  );
}

/** Every form that our knowledge leads to, in every language. */
const forms = ourKnowledge.languages.flatMap((locale) => {
  const context = createReplyContext(ourKnowledge, locale);
  const ofCases = ourKnowledge.entries.flatMap((entry) => {
    const caseEntry = caseEntryOf(entry);
    return caseEntry ? caseForms(context, caseEntry) : [];
  });
  return [askForm(context), replyForm(context, "h1"), ...ofCases];
});

describe("a form looks as it did", () => {
  const shown = forms.filter(({ token }) =>
    ["ask.-", "reply.h1", "fill.account-compromised", "edit.account-compromised"].some((part) =>
      token.includes(part),
    ),
  );

  it.each(shown.map((form) => [form.token.slice(1), form] as const))("%s", async (name, form) => {
    for (const [platform, rendered] of Object.entries({
      discord: renderOnDiscord(form),
      slack: renderOnSlack(form, "metadata"),
    })) {
      const json = `${JSON.stringify(rendered, undefined, 2)}\n`;
      await expect(json).toMatchFileSnapshot(path.join(platform, `form-${name}.json`));
    }
  });
});

describe("every form of our knowledge", () => {
  it("is taken by both platforms", () => {
    expect(forms.length).toBeGreaterThan(200);
    for (const form of forms) {
      expect(modal.safeParse(renderOnDiscord(form)).error?.issues, form.token).toBeUndefined();
      expect(viewBody.safeParse(renderOnSlack(form, "m")).error?.issues, form.token).toBeUndefined();
    }
  });

  it.skipIf(!description)("is taken by Discord's own description (skipped without DISCORD_OPENAPI)", () => {
    for (const form of forms) {
      const request = { method: "POST", path: "/interactions/1/token/callback" };
      const body = { type: 9, data: renderOnDiscord(form) };
      expect(isObject(description) && takes(description, { ...request, body }), form.token).toBe(true);
    }
  });

  it("says what becomes of the words, and shows nothing cut", () => {
    for (const form of forms.filter(({ token }) => !token.includes("case-sent"))) {
      expect(form.note?.length).toBeLessThanOrEqual(200);
      expect(form.note).not.toMatch(/[{}]/);
      const [first] = renderOnDiscord(form).components;
      expect(first?.type, form.token).toBe(10);
      expect(JSON.stringify(renderOnSlack(form, "m"))).toContain(JSON.stringify(form.note));
    }
  });
});
