import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { renderText } from "../../adapters/terminal/render.ts";
import type { Answer, Block } from "../../src/answer/answer.ts";
import type { Locale } from "../../src/answer/locale.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { messagesOf } from "../../src/conversation/replies/entry-messages.ts";
import { caseOf, type Entry } from "../../src/knowledge/entry.ts";
import { textOf } from "../../src/knowledge/knowledge.ts";
import { addressesIn } from "../../src/lib/addresses-in.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

/** The languages whose words the list holds; a language that is added asks for nothing here. */
const languages = ["en", "vi"] as const;
const words = z.array(z.string().trim().min(1)).min(1);
const factsSchema = z.array(z.strictObject({ fact: z.string(), entry: z.string(), en: words, vi: words }));
const file = path.join(import.meta.dirname, "facts.yaml");
const facts = factsSchema.parse(parse(readFileSync(file, "utf8")));

const { asks, find } = ourKnowledge;

describe("our knowledge says", () => {
  it.each(facts.map((fact) => [fact.fact, fact] as const))("%s", (_, { entry: id, ...wanted }) => {
    const entry = find(id);
    const missing = languages.flatMap((locale) =>
      (entry ? missingFrom(entry, locale, wanted[locale]) : wanted[locale]).map(
        (word) => `${id} (${locale}) lacks: ${word}`,
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe("the list of facts", () => {
  it("names entries that exist", () => {
    expect(facts.filter(({ entry }) => !find(entry))).toEqual([]);
  });
});

/** The words that none of an entry's messages shows and its form does not ask, and the addresses that none leads to. */
function missingFrom(entry: Entry, locale: Locale, wanted: readonly string[]): readonly string[] {
  const answers = messagesOf(createReplyContext(ourKnowledge, locale), entry);
  const said = answers.map((answer) => renderText(withoutSource(answer)));
  const labels = answers.flatMap(({ buttons }) => buttons.map(({ label }) => label));
  const shown = folded([...said, ...labels, ...asked(entry, locale)].join("\n"));
  const inMessage = textOf(entry, locale).message.match(/https:\/\/\S+/g) ?? [];
  const addresses = [...addressesIn(answers), ...inMessage];
  return wanted.filter((word) =>
    word.startsWith("https://") ? !addresses.includes(word) : !shown.includes(folded(word)),
  );
}

/** What the form of an entry's case asks, and what each answer becomes. */
function asked(entry: Entry, locale: Locale): readonly string[] {
  return (caseOf(entry)?.asks ?? []).flatMap((id) => {
    const ask = asks.get(id);
    const text = ask?.text[locale];
    const english =
      ask?.kind === "choice" ? ask.options.map((option) => option.english) : (ask?.english ?? []);
    return [text?.label ?? "", text?.hint ?? "", ...Object.values(text?.options ?? {}), ...english];
  });
}

/** A source's name says nothing itself; its address counts, because it can be opened. */
function withoutSource(answer: Answer): Answer {
  const isSource = (block: Block) => block.kind === "note" && block.tone === "footnote";
  return { ...answer, blocks: answer.blocks.filter((block) => !isSource(block)) };
}

/** Without case, and with every run of white space as one space. */
function folded(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
}
