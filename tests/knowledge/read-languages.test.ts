import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { stringsOf } from "../../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { languagesFor } from "../../src/knowledge/read-languages.ts";
import { loadingFaults } from "../support/loading-faults.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { spanish } from "../support/spanish.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";

const entry = draftEntry("a");
const withSpanish = (yaml: string) => ({ ...entry, "languages/es.yaml": yaml });
const change = (from: string, to: string) => {
  expect(spanish).toContain(from);
  return spanish.replace(from, () => to);
};

const faultsOf = (files: Readonly<Record<string, string>>) => loadingFaults(writeFiles(files));
const lineOf = (text: string) => spanish.split("\n").findIndex((line) => line.includes(text)) + 1;

describe("the languages", () => {
  it("that come along are those of any folder, English first", () => {
    expect(languagesFor(temporaryFolder())).toEqual(["en", "vi"]);
    expect([...loadKnowledge(writeFiles(entry)).strings.keys()]).toEqual(["en", "vi"]);
  });

  it("of a folder's own come beside them", () => {
    const { languages, strings } = loadKnowledge(writeFiles(withSpanish(spanish)));
    expect([...strings.keys()]).toEqual(["en", "es", "vi"]);
    expect(languages).toEqual(["en"]);
  });

  it("of a folder's own take the place of those that come along", () => {
    const own = change("name: Español", "name: Inglés").replace("español, en español, ", "inglés, ");
    const knowledge = loadKnowledge(writeFiles({ ...entry, "languages/en.yaml": own }));
    expect([...knowledge.strings.keys()]).toEqual(["en", "vi"]);
    expect(stringsOf(knowledge, "en").buttons.solved).toBe("Resuelto");
  });

  it("may have a script and a region", () => {
    const files = { ...entry, "languages/zh-Hant-TW.yaml": spanish, "languages/pt-BR.yaml": "" };
    expect(languagesFor(writeFiles(files))).toEqual(["en", "pt-BR", "vi", "zh-Hant-TW"]);
  });
});

describe("what a language says", () => {
  const es = () => stringsOf(loadKnowledge(writeFiles(withSpanish(spanish))), "es");

  it("has bold and links where steps may have them", () => {
    expect(es().caseSteps.console.open).toEqual([
      [
        { kind: "plain", text: "Abra " },
        { kind: "link", text: "AWS Support Center", url: "{url}" },
        { kind: "plain", text: "." },
      ],
      [
        { kind: "plain", text: "Elija " },
        { kind: "strong", text: "Create case" },
        { kind: "plain", text: " y complete:" },
      ],
    ]);
  });

  it("is heard without case and accents", () => {
    expect(es().heard.language).toEqual(["espanol", "en espanol", "spanish", "in spanish"]);
    expect(es().heard.yes).toEqual(["si", "claro"]);
  });

  it("needs no letters, articles or date", () => {
    const { letters, articles, date } = stringsOf(
      loadKnowledge(
        writeFiles(withSpanish(change("letters: ñ\n", "").replace("articles: el, la, un, una, mi\n", ""))),
      ),
      "es",
    );
    expect([letters, articles, date]).toEqual(["", [], { day: "numeric", month: "long" }]);
  });
});

describe("a fault of a language file", () => {
  const table: readonly (readonly [string, string, string, number, string])[] = [
    ["a missing sentence", "caseSent: Bien. La respuesta llega por correo.\n", "", 1, "caseSent: is missing"],
    ["a missing label", "  sent: Ya lo envié\n", "", 5, "buttons.sent: is missing"],
    [
      "a sentence that is not written yet",
      "blank: No hay palabras que pueda leer.",
      "blank:",
      0,
      "is missing",
    ],
    ["an unknown key", "picture: No", "pictures: No", 0, 'Unrecognized key: "pictures"'],
    ["a missing place", "{date}", "hoy", 0, "checked: must hold {date}"],
    ["an unknown place", "{date}", "{date} {hora}", 0, "checked: there is no {hora} to fill in here"],
    ["a place where there is none", "fault: Algo", "fault: '{url}'\n#", 0, "fault: there is no {url}"],
    [
      "a missing address",
      "[el formulario de MFA]({url})",
      "el formulario",
      0,
      "caseSteps.mfa-form.open: must",
    ],
    ["a place in another step", "Elija **Submit**.", "'Elija {url}.'", 0, "console.send: there is no {url}"],
    ["bold in a plain sentence", "thanks: De nada.", "thanks: De **nada**.", 0, "no bold and no link"],
    [
      "a link in a plain sentence",
      "thanks: De nada.",
      "thanks: '[x](https://a.b)'",
      0,
      "no bold and no link",
    ],
    [
      "Markdown that can't be shown",
      "Elija **Submit**.",
      "Elija *Submit*.",
      0,
      "console.send.1: unsupported",
    ],
    ["a link to nowhere", "[el formulario público]({url})", "[x](x) {url}", 0, "a link begins with https://"],
    ["a label that is too long", "Ya lo envié", "x".repeat(41), 0, "buttons.sent: must be at most 40"],
    ["a number", "Ya lo envié", "5", 0, "buttons.sent: must be a line of text"],
    ["nothing to hear", "no: no, nop", "no: '...'", 0, "heard.no: give at least one"],
    ["too few ordinals", ", quinto, sexto", "", 0, "ordinals.words: give the first 6"],
    ["letters that are none", "letters: ñ", "letters: ñ]", 0, "letters: letters stand side by side"],
    ["another name's copy", "name: Español", "name: English", 0, "has this already: English"],
    ["another language's call", "spanish, in spanish", "in english", 0, "has this already: in english"],
    ["a date of elsewhere", "letters: ñ", "date: { as: en-GB }", 0, '"en-GB" is no place where es is spoken'],
    ["a text that is cut off", "De nada.", "De #1 nada", 0, 'the text is cut off at "#1 nada"'],
    ["bold that stays stars", "**Submit**.", "** Submit**.", 0, "console.send.1: ** would be shown as it is"],
    ["a text that YAML reads as a key", "picture: No", "picture: No: no", 0, "needs quotes"],
  ];

  it.each(table)("%s is told with its line", (_what, from, to, line, words) => {
    const at = line || lineOf(from.split("\n")[0] ?? "");
    const faults = faultsOf(withSpanish(change(from, to)));
    expect(faults.join("\n")).toContain(words);
    expect(faults.find((fault) => fault.includes(words))).toMatch(new RegExp(`^languages/es\\.yaml:${at}: `));
  });

  it("comes with all others: a file that was only begun names each key that it lacks", () => {
    const faults = faultsOf(withSpanish("name: Español\nheard:\n  no: no\n"));
    expect(faults.every((fault) => fault.startsWith("languages/es.yaml:"))).toBe(true);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringContaining("buttons: is missing"),
        expect.stringContaining("greeting: is missing"),
        expect.stringContaining("heard.yes: is missing"),
      ]),
    );
  });

  it.each(["español.yaml", "es.yml", "es_MX.yaml"])("is its name where it is %s", (name) => {
    expect(faultsOf({ ...entry, [`languages/${name}`]: spanish })).toEqual([
      expect.stringContaining("name the file after the language's code"),
    ]);
  });

  it("is also that texts in the language have none", () => {
    expect(faultsOf({ ...entry, "a/es.md": entry["a/en.md"] ?? "" })).toEqual([
      expect.stringMatching(/^languages\/es\.yaml: missing: there are texts named es\.md/),
    ]);
  });

  it("is not that an entry lies beside other notes", () => {
    expect(faultsOf({ ...entry, "a/README.md": "Notes", "a/notes.md": "Notes" })).toEqual([]);
  });

  it("is also a text that one entry has and another lacks", () => {
    const files = { ...entry, ...draftEntry("b"), "a/es.md": entry["a/en.md"] ?? "" };
    expect(faultsOf({ ...files, "languages/es.yaml": spanish })).toEqual([
      expect.stringMatching(/^b\/es\.md: missing/),
    ]);
  });
});

describe("any language file", () => {
  const folder = () => writeFiles(withSpanish(spanish));
  const oddText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("{url}", "**x**", "[x]({url})", "# x", "", " ", "a, b,, c", "{", "1. x", "x".repeat(501)),
  );
  const oddValue = fc.oneof(oddText, fc.integer(), fc.constant(null), fc.array(oddText, { maxLength: 3 }));

  it("loads or is a fault, whatever it holds", () => {
    const place = folder();
    fc.assert(
      fc.property(fc.oneof(oddText, fc.string({ unit: "binary" })), (text) => {
        writeFileSync(path.join(place, "languages", "es.yaml"), text);
        expect(() => loadingFaults(place)).not.toThrow();
      }),
      { numRuns: propertyRuns(20) },
    );
  });

  it("loads or tells its line, whatever stands behind a key", () => {
    const place = folder();
    const keys = Object.keys(parse(spanish));
    fc.assert(
      fc.property(fc.constantFrom(...keys), oddValue, (key, value) => {
        writeFileSync(
          path.join(place, "languages", "es.yaml"),
          stringify({ ...parse(spanish), [key]: value }),
        );
        for (const fault of loadingFaults(place)) expect(fault).toMatch(/^languages\/es\.yaml:\d+: /);
      }),
      { numRuns: propertyRuns(30) },
    );
  });
});
