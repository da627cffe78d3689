import path from "node:path";
import { expect, it } from "vitest";
import { formatFault, KnowledgeError } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

/** The faults of a pack with an entry of each kind and these questions. */
function faultsOf(questions: string): readonly string[] {
  const folder = writeFiles({
    ...draftEntry("lost-key"),
    ...draftEntry("lost-phone"),
    ...draftEntry("car-repair", { yaml: "kind: elsewhere" }),
    ...draftEntry("home", {
      yaml: "kind: choice\noptions: [lost-key, lost-phone]",
      front: "options:\n  lost-key: A key\n  lost-phone: A phone\n",
    }),
    "questions/en.yaml": questions,
  });
  try {
    loadKnowledge(folder, { languages: ["en"] });
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.faults.map((fault) => formatFault(fault).replaceAll(`${folder}${path.sep}`, ""));
  }
}

it("questions may name one answer, or several with commas", () => {
  expect(faultsOf("ours:\n  lost-key: [where is it]\n  lost-key, lost-phone: [all is gone]\n")).toEqual([]);
});

it.each([
  ["no entry", "lost-kee", 'there is no entry "lost-kee": did you mean "lost-key"?'],
  ["an elsewhere", "car-repair", '"car-repair" is an elsewhere entry: its questions stand under strangers'],
  ["a choice", "home", '"home" is a choice: name the entries behind it, with commas'],
])("questions of ours that name %s are a fault, once for each list", (_, id, message) => {
  expect(faultsOf(`ours:\n  lost-phone, ${id}:\n    - where is it\n    - who has it\n`)).toEqual([
    `questions/en.yaml:3: ours: ${message}`,
  ]);
});
