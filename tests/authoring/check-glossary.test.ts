import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkGlossary } from "../../src/authoring/check-glossary.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { loadingFaults } from "../support/loading-faults.ts";
import { spanish } from "../support/spanish.ts";
import { writeFiles } from "../support/temporary.ts";

const shipped = path.join(import.meta.dirname, "../../knowledge/languages");

const glossary = `
- say: la contraseña
  not: [la clave, el password]
  except: [la clave pública]
- say: "# horas"
  not: ["# hs"]
`;
const language = { "languages/es.yaml": spanish, "languages/glossary.es.yaml": glossary };

/** What is wrong with the text of an entry that has one phrase. */
function check(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = writeFiles({ ...language, ...files });
  return checkGlossary(folder)
    .map((fault) => formatFault(fault).replace(`${folder}/`, ""))
    .filter((line) => !line.startsWith("knowledge/"));
}

const entry = (body: string, title = "Mi llave") => ({
  "a/es.md": `---\ntitle: ${title}\nphrases:\n  - perdí la clave\n---\n${body}`,
});

describe("a term that the glossary has another for", () => {
  it("is named with its line, in the title and in the text", () => {
    expect(check(entry("Escriba.\n\n1. Cambie la clave.\n2. Espere 24 hs.\n", "Perdí la clave"))).toEqual([
      'a/es.md:2: "la clave": the term is "la contraseña" (glossary.es.yaml)',
      'a/es.md:8: "la clave": the term is "la contraseña" (glossary.es.yaml)',
      'a/es.md:9: "24 hs": the term is "# horas" (glossary.es.yaml)',
    ]);
  });

  it.each([
    ["phrases, which are as people write them", ""],
    ["longer words", "Con la claves y tres hs."],
    ["code and addresses", "Vea `la clave` y [esto](https://example.com/la.clave).\n\n```\nla clave\n```"],
    ["what is excepted", "Copie la clave pública."],
  ])("is none in %s", (_where, body) => {
    expect(check(entry(`${body}\n`))).toEqual([]);
  });

  it("is found across a line break and in other capitals", () => {
    expect(check(entry("Cambie La\nclave.\n"))).toEqual([
      'a/es.md:6: "La clave": the term is "la contraseña" (glossary.es.yaml)',
    ]);
  });

  it("is found in the labels of asks and in the bot's sentences, not in keys, comments and what is heard", () => {
    const asks = "# la clave\nla-clave:\n  label: ¿Cuál es el password?\n";
    const said = spanish.replace("thanks: De nada.", "thanks: De nada con la clave.");
    const heard = said.replace("unsure: ", "unsure: la clave, ");
    const line = heard.split("\n").findIndex((each) => each.includes("De nada con")) + 1;
    expect(check({ "languages/es.yaml": heard, "asks.es.yaml": asks })).toEqual([
      `languages/es.yaml:${line}: "la clave": the term is "la contraseña" (glossary.es.yaml)`,
      'asks.es.yaml:3: "el password": the term is "la contraseña" (glossary.es.yaml)',
    ]);
  });
});

describe("a glossary that can't be used", () => {
  const faultsOf = (text: string, name = "glossary.es.yaml") =>
    loadingFaults(
      writeFiles({
        "languages/es.yaml": spanish,
        [`languages/${name}`]: text,
        "a/entry.yaml": "kind: answer\n",
        "a/en.md": "---\ntitle: T\nphrases: [help]\n---\nDo.\n",
      }),
    );

  it.each([
    [
      "no list",
      "say: a\n",
      "languages/glossary.es.yaml:1: write a list: - say: a term, and not: [other terms]",
    ],
    ["nothing that is refused", "- say: a\n  not: []\n", "languages/glossary.es.yaml:2: give at least one"],
    [
      "the same term refused twice",
      "- say: a\n  not: [b]\n- say: c\n  not: [B]\n",
      'languages/glossary.es.yaml:4: "B" stands twice',
    ],
    [
      "a term that is refused and said",
      "- say: a\n  not: [b]\n- say: b\n  not: [c]\n",
      'languages/glossary.es.yaml:2: "b" is said elsewhere in this file',
    ],
  ])("%s is a fault with its line", (_what, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("of a language that is not there is a fault", () => {
    expect(faultsOf("- say: a\n  not: [b]\n", "glossary.fr.yaml")).toEqual([
      "languages/glossary.fr.yaml: there is no language fr: name the file after one of en, es, vi",
    ]);
  });
});

it("our own language files keep to their glossaries", () => {
  const own = checkGlossary(path.dirname(shipped)).filter(({ file }) => file.includes("languages"));
  expect(own).toEqual([]);
  expect(readFileSync(path.join(shipped, "glossary.vi.yaml"), "utf8")).toContain("tên user");
});
