import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { formatFault, KnowledgeError } from "../../src/knowledge/fault.ts";
import type { LearnedKnowledge, LearnOptions } from "../../src/learning/learn-in-worker.ts";
import { learnInWorker } from "../../src/learning/learn-in-worker.ts";
import { loadWithModel } from "../../src/learning/load-with-model.ts";
import { createMatcher } from "../../src/matching/matcher.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { smallPack } from "../support/small-pack.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";

const folders = (files: Readonly<Record<string, string>> = smallPack): LearnOptions => ({
  knowledgeFolder: writeFiles(files),
  dataFolder: temporaryFolder(),
});

/** Studies, and says what was told meanwhile. */
async function studied(options: LearnOptions, learn = loadWithModel) {
  const told: string[] = [];
  const { knowledge, model } = await learn(options, (message) => told.push(message));
  return { knowledge, model, told };
}

const asked = ({ knowledge, model }: LearnedKnowledge, question: string) =>
  createMatcher(knowledge, model)(question);

describe("the first study of a knowledge", () => {
  it("says that it takes long, learns, and keeps what it learned", async () => {
    const options = folders();
    const { told, ...learned } = await studied(options);
    expect(told).toEqual([expect.stringContaining("takes about 2 s")]);
    expect(asked(learned, "my window is stuck").candidates[0]?.entry).toBe("stuck-window");
    expect(readdirSync(options.dataFolder).map((name) => name.split("-")[0])).toEqual(["knowledge", "model"]);
  });

  it("finds an entry by its id and by the id that it had before", async () => {
    const { knowledge } = await studied(
      folders({ ...smallPack, ...draftEntry("dark-lamp", { yaml: "kind: answer\nformerly: [no-light]" }) }),
    );
    expect(knowledge.find("dark-lamp")?.id).toBe("dark-lamp");
    expect(knowledge.find("no-light")?.id).toBe("dark-lamp");
  });
});

describe("the second study of the same knowledge", () => {
  it("says nothing and gives the same knowledge and the same model", async () => {
    const options = folders();
    const first = await studied(options);
    const second = await studied(options);
    expect(second.told).toEqual([]);
    expect(second.model).toEqual(first.model);
    expect(second.knowledge.entries).toEqual(first.knowledge.entries);
    expect(second.knowledge.home).toBe("home");
  });

  it("makes the same of every question, confidences included", async () => {
    const options = folders();
    const first = await studied(options);
    const second = await studied(options);
    for (const question of ["the key is lost", "windw stuck", "help", "nothing of all this", ""])
      expect(asked(second, question)).toEqual(asked(first, question));
  });

  it("shows a body that was edited, without learning", async () => {
    const options = folders();
    keepLearned(options);
    edit(options, "stuck-window/en.md", "Do it.", "Push it.");
    const { knowledge, told } = await studied(options);
    expect(JSON.stringify(knowledge.find("stuck-window")?.text.en?.body)).toContain("Push it.");
    expect(told).toEqual([]);
  });
});

describe("the study of an edited knowledge", () => {
  it("learns a phrase that moved to another entry", async () => {
    const options = folders();
    keepLearned(options);
    edit(options, "stuck-window/en.md", '  - "my window is stuck"\n', "");
    edit(options, "lost-key/en.md", "phrases:\n", 'phrases:\n  - "my window is stuck"\n');
    const after = await studied(options);
    expect(asked(after, "my window is stuck").candidates[0]?.entry).toBe("lost-key");
    expect(after.told).toHaveLength(1);
  });

  it("takes the kept model once the edit is taken back", async () => {
    const options = folders();
    const before = keepLearned(options);
    edit(options, "lost-key/en.md", "new key please", "one key more");
    await studied(options);
    edit(options, "lost-key/en.md", "one key more", "new key please");
    const after = await studied(options);
    expect(after.told).toEqual([]);
    expect(after.model).toEqual(before.model);
  });

  it("knows an entry that was added", async () => {
    const options = folders();
    keepLearned(options);
    const added = draftEntry("dark-lamp", { phrases: ["the lamp is dark", "no light in the hall"] });
    for (const [name, text] of Object.entries(added)) {
      const file = path.join(options.knowledgeFolder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(asked(await studied(options), "the lamp is dark").candidates[0]?.entry).toBe("dark-lamp");
  });
});

describe("a model that can't be kept or read", () => {
  /** A file stands where the folder should be: root may write everywhere else. */
  function blocked(): LearnOptions {
    const dataFolder = path.join(temporaryFolder(), "data");
    writeFileSync(dataFolder, "a file");
    return { ...folders(), dataFolder };
  }

  it("is told with the reason, and the answers are there all the same", async () => {
    const { told, ...learned } = await studied(blocked());
    expect(told.at(-1)).toMatch(/can't be kept in DATA_DIR \(.*(EEXIST|ENOTDIR).*\): the next start learns/);
    expect(asked(learned, "my window is stuck").candidates[0]?.entry).toBe("stuck-window");
  });

  it("is learned and kept anew when its file is damaged", async () => {
    const options = folders();
    const before = keepLearned(options);
    const [name = ""] = readdirSync(options.dataFolder);
    writeFileSync(path.join(options.dataFolder, name), "damaged");
    const repaired = await studied(options);
    expect(repaired.told).toHaveLength(1);
    expect(repaired.model).toEqual(before.model);
    expect((await studied(options)).told).toEqual([]);
  });
});

it("two who learn at once leave a whole model behind", async () => {
  const options = folders();
  const [one, other] = await Promise.all([studied(options), studied(options)]);
  expect(one.model).toEqual(other.model);
  expect((await studied(options)).told).toEqual([]);
});

describe.each([
  ["here", loadWithModel],
  ["in the worker", learnInWorker],
] as const)("faults of the knowledge, read %s,", (_, learn) => {
  const broken = {
    ...smallPack,
    "lost-key/entry.yaml": "kind: answer\nrelated: [nowhere]\n",
    "stuck-window/entry.yaml": "kind: anser\n",
    "pack.yaml": "home: hom\n",
  };

  it("come as a KnowledgeError with every fault", async () => {
    const error = await learn(folders(broken), () => {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KnowledgeError);
    const faults = error instanceof KnowledgeError ? error.faults.map(formatFault) : [];
    expect(faults).toEqual([
      expect.stringMatching(/lost-key\/entry\.yaml:2: related: .*nowhere/),
      expect.stringMatching(/pack\.yaml:1: home: .*hom/),
      expect.stringMatching(/stuck-window\/entry\.yaml:1: kind/),
    ]);
  });

  it("are told by the message, with the folder, and leave no model behind", async () => {
    const options = folders(broken);
    await expect(learn(options, () => {})).rejects.toThrow(
      `The knowledge in ${options.knowledgeFolder} has 3 faults:`,
    );
    expect(readdirSync(options.dataFolder)).toEqual([]);
  });

  it("are also that there is no such folder", async () => {
    const options = { ...folders(), knowledgeFolder: path.join(temporaryFolder(), "none") };
    await expect(learn(options, () => {})).rejects.toThrow(/none: no such folder/);
  });
});

describe("the languages", () => {
  const both = { ...draftEntry("lost-key"), "lost-key/vi.md": vietnamese("Mất chìa khoá", "mất chìa rồi") };

  it("are those that any entry has, unless they are asked for", async () => {
    const options = folders(both);
    keepLearned(options);
    expect((await studied(options)).knowledge.languages).toEqual(["en", "vi"]);
  });

  it.each([
    ["here", loadWithModel],
    ["in the worker", learnInWorker],
  ] as const)("are those asked for, read %s", async (_, learn) => {
    const { knowledge } = await studied({ ...folders(both), languages: ["vi"] }, learn);
    expect(knowledge.languages).toEqual(["vi"]);
    expect(Object.keys(knowledge.find("lost-key")?.text ?? {})).toEqual(["vi"]);
  });

  it("have models of their own", async () => {
    const options = folders(both);
    keepLearned({ ...options, languages: ["vi"] });
    expect((await studied({ ...options, languages: ["en"] })).told).toHaveLength(1);
    expect((await studied({ ...options, languages: ["vi"] })).told).toEqual([]);
  });

  it("that an entry lacks are a fault", async () => {
    const options = { ...folders(draftEntry("lost-key")), languages: ["en", "vi"] as const };
    await expect(loadWithModel(options, () => {})).rejects.toThrow(/lost-key\/vi\.md: missing/);
  });
});

function edit({ knowledgeFolder }: LearnOptions, name: string, from: string, to: string): void {
  const file = path.join(knowledgeFolder, name);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

function vietnamese(title: string, phrase: string): string {
  return `---\ntitle: ${title}\nphrases: [${phrase}]\n---\nThử lại.\n`;
}
