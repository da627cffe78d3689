import { describe, expect, it } from "vitest";
import { checkPhrases } from "../../src/authoring/check-phrases.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { learnModel } from "../../src/matching/model.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

const door = [
  "the door is shut",
  "my door is locked",
  "cannot open the door",
  "the front door is stuck",
  "back door does not open",
  "who locked the door",
];
const bill = [
  "the bill is too high",
  "my bill is wrong",
  "cannot pay the bill",
  "the bill came twice",
  "last bill was not paid",
  "who pays the bill",
];

/** The warnings about files in the temporary folder, with paths as seen from it. */
function check(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = writeFiles(files);
  const knowledge = loadKnowledge(folder, { languages: ["en"] });
  return checkPhrases(knowledge, learnModel(knowledge)).map((fault) =>
    formatFault(fault).replace(`${folder}/`, ""),
  );
}
const doors = (phrases = door) => draftEntry("door", { title: "Door", phrases });
const bills = (phrases = bill, yaml = "kind: answer") => draftEntry("bill", { title: "Bill", phrases, yaml });
const stray = "is the back door locked or stuck";
const fault = `bill/en.md: "${stray}" would be answered with door`;

describe("phrases", () => {
  it("that stand where they belong are not mentioned", () => {
    expect(check({ ...doors(), ...bills() })).toEqual([]);
  });

  it("that stand in the wrong entry are named, with the file and the entry that would answer", () => {
    expect(check({ ...doors(), ...bills([...bill, stray]) })).toContain(fault);
  });

  it("that a choice asks about are not mentioned", () => {
    const choice = draftEntry("which", {
      yaml: "kind: choice\noptions: [door, bill]",
      title: "Which?",
      phrases: ["something is wrong", "trouble at home"],
      front: "options:\n  door: Door\n  bill: Bill\n",
    });
    expect(check({ ...doors(), ...bills([...bill, stray]), ...choice })).toEqual([]);
  });

  it("of an entry that refines the one that answers are named too: people read only one of them", () => {
    const refining = bills([...bill, stray], "kind: answer\nrefines: door");
    expect(check({ ...doors(), ...refining })).toContain(fault);
  });

  it("that nothing would answer are not mentioned", () => {
    expect(check({ ...doors(), ...bills([...bill, "qwertz uiop"]) })).toEqual([]);
  });
});
