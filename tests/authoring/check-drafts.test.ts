import { describe, expect, it } from "vitest";
import { checkDrafts } from "../../src/authoring/check-drafts.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { loadKnowledge, readKnowledge } from "../../src/knowledge/load.ts";
import { languagesFor } from "../../src/knowledge/read-languages.ts";
import { loadingFaults } from "../support/loading-faults.ts";
import { spanish } from "../support/spanish.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

type Files = Readonly<Record<string, string>>;

/** As somebody begins who has an hour: a name, two sentences and one entry. */
const begun: Files = {
  ...draftEntry("lost-key"),
  ...draftEntry("stuck-window"),
  "languages/es.yaml": "draft: true\nname: Español\nthanks: De nada.\nbuttons:\n  solved: Resuelto\n",
  "lost-key/es.md": "---\ntitle: Perdí la llave\nphrases: [no encuentro mi llave]\n---\n1. Busque.\n",
};

function check(files: Files): readonly string[] {
  const folder = writeFiles(files);
  return checkDrafts(folder).map((fault) => formatFault(fault).replace(`${folder}/`, ""));
}

describe("a language that is only begun", () => {
  it("is not among those that people are offered, and its phrases are not learned", () => {
    const folder = writeFiles(begun);
    const { languages, strings, entries } = loadKnowledge(folder);
    expect([languages, [...strings.keys()], languagesFor(folder)]).toEqual([
      ["en"],
      ["en", "vi"],
      ["en", "vi"],
    ]);
    expect(entries.map(({ text }) => Object.keys(text))).toEqual([["en"], ["en"]]);
  });

  it("read as a draft, says what it has and falls back to English for the rest", () => {
    const { knowledge } = readKnowledge(writeFiles(begun), { draft: "es" });
    const es = knowledge.strings.get("es");
    const en = knowledge.strings.get("en");
    expect([es?.thanks, es?.buttons.solved]).toEqual(["De nada.", "Resuelto"]);
    expect([es?.buttons.stuck, es?.caseSteps]).toEqual([en?.buttons.stuck, en?.caseSteps]);
    expect(knowledge.find("lost-key")?.text.es?.title).toBe("Perdí la llave");
  });

  it("gets warnings of what is missing, counted", () => {
    expect(check(begun)).toEqual([
      expect.stringMatching(
        /^languages\/es\.yaml: draft: \d{3} sentences are still said in English: buttons\.stuck, buttons\.notMeant, buttons\.noneOfThese \.\.\.$/,
      ),
      "languages/es.yaml: draft: 1 entry has no es.md yet: stuck-window",
    ]);
  });

  it("gets warnings of the faults in files that are begun, before all that is missing", () => {
    const files = {
      ...begun,
      "lost-key/es.md": "---\ntitle: Perdí la llave\n---\n1. Busque.\n",
      "languages/es.yaml": "draft: true\nname: Español\nsuggest: '{oops}'\n",
      "asks.yaml": "when:\n  line: 'When: {words}'\n  limit: 20\n",
      "asks.en.yaml": "when: { label: When? }\n",
    };
    expect(check(files).map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      "languages/es.yaml:3: suggest",
      "lost-key/es.md:2: phrases",
      "languages/es.yaml: draft",
      "asks.es.yaml: missing",
      "languages/es.yaml: draft",
    ]);
    expect(loadingFaults(writeFiles(files))).toEqual([]);
  });

  it("that lacks nothing is told so", () => {
    const complete = {
      ...begun,
      "languages/es.yaml": `draft: true\n${spanish}`,
      "stuck-window/es.md": "---\ntitle: La ventana\nphrases: [la ventana no abre]\n---\n1. Empuje.\n",
    };
    expect(check(complete)).toEqual([
      "languages/es.yaml: draft: nothing is missing: remove this line, and the language is offered",
    ]);
  });

  it("without the line is held to be complete: every missing sentence and text is a fault", () => {
    const faults = loadingFaults(
      writeFiles({ ...begun, "languages/es.yaml": "name: Español\nthanks: De nada.\n" }),
    );
    expect(faults).toContain("stuck-window/es.md: missing: every entry needs a text in each language");
    expect(faults.length).toBeGreaterThan(20);
  });
});

it("English can't be a draft: it stands where a draft has nothing", () => {
  const files = { ...draftEntry("a"), "languages/en.yaml": "draft: true\n" };
  expect(languagesFor(writeFiles(files))).toContain("en");
  expect(loadingFaults(writeFiles(files)).length).toBeGreaterThan(0);
});
