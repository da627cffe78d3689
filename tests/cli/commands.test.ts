import path from "node:path";
import { describe, expect, it } from "vitest";
import { ask as askCommand } from "../../cli/ask.ts";
import { checkKnowledge } from "../../cli/check-knowledge.ts";
import { match } from "../../cli/match.ts";
import { preview } from "../../cli/preview.ts";
import { keepLearned } from "../support/keep-learned.ts";
import { smallPack } from "../support/small-pack.ts";
import { draftEntry, temporaryFolder, writeFiles } from "../support/temporary.ts";
import { runHere, runProgram } from "./command.ts";

const vietnamese = (title: string, phrase: string, rest = "") =>
  `---\ntitle: ${title}\nphrases:\n  - ${phrase}\n${rest}---\nThử lại.\n`;

/** The small pack in both languages, as the commands need it. */
function bilingual(): Readonly<Record<string, string>> {
  const options = "options:\n  lost-key: Chìa khoá\n  stuck-window: Cửa sổ\n";
  const folder = writeFiles({
    ...smallPack,
    "lost-key/vi.md": vietnamese("Mất chìa khoá", "tôi làm mất chìa khoá nhà rồi"),
    "stuck-window/vi.md": vietnamese("Cửa sổ không mở", "cửa sổ bị kẹt mở không được"),
    "home/vi.md": vietnamese("Chuyện gì vậy?", "trợ giúp với ạ", options),
  });
  return { KNOWLEDGE_DIR: folder, DATA_DIR: temporaryFolder() };
}

/** The same, learned already. */
function learned(): Readonly<Record<string, string>> {
  const environment = bilingual();
  const { KNOWLEDGE_DIR: knowledgeFolder = "", DATA_DIR: dataFolder = "" } = environment;
  keepLearned({ knowledgeFolder, dataFolder });
  return environment;
}

describe("ask", () => {
  const ask = (...given: string[]) => runHere(askCommand, { arguments: given, environment: learned() });

  it("prints the answer with its buttons", async () => {
    const { code, stdout } = await runProgram("ask", {
      arguments: ["my key is lost"],
      environment: learned(),
    });
    expect(code).toBe(0);
    expect(stdout).toContain("Look under the mat.");
    expect(stdout).toContain("[1] Solved");
  });

  it("prints JSON with outcome, entry, candidates, text and buttons", async () => {
    const { stdout } = await ask("--json", "my key is lost");
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "answer",
      entry: "lost-key",
      candidates: expect.arrayContaining([{ entry: "lost-key", confidence: expect.any(Number) }]),
      text: expect.stringContaining("Look under the mat."),
      buttons: expect.arrayContaining(["Solved", "Still stuck", "Not what I meant"]),
    });
  });

  it("speaks the language that is asked for where the question has none", async () => {
    expect((await ask("--locale", "vi", "...")).stdout).toContain("Trên màn hình đang hiện gì?");
  });

  it("says how it is used when there is no question or a wrong option", async () => {
    const empty = await ask();
    expect(empty).toMatchObject({ code: 2, stdout: "" });
    expect(empty.stderr).toContain("npx signpost ask");
    expect((await ask("--locale", "fr", "hi")).stderr).toContain('no language "fr"');
    expect((await ask("--loud", "hi")).code).toBe(2);
  });
});

describe("match", () => {
  const pack = {
    ...draftEntry("refund", { phrases: ["i want my money back", "refund please", "give back the payment"] }),
    ...draftEntry("delivery", { phrases: ["where is my parcel", "the delivery is late", "track a package"] }),
  };

  it("matches every line against any pack, in one language, with all candidates", async () => {
    const input = '{"id": "a", "text": "i want a refund"}\n\n{"id": 2, "text": "parcel is late"}\n';
    const given = ["--knowledge", writeFiles(pack), "--languages", "en"];
    const { code, stdout } = await runProgram("match", { arguments: given, input });
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map(({ id }) => id)).toEqual(["a", 2]);
    expect(lines.map(({ candidates }) => candidates[0].entry)).toEqual(["refund", "delivery"]);
    expect(lines[0].candidates).toHaveLength(2);
  });

  it("names the line that is no question", async () => {
    const given = ["--knowledge", writeFiles(pack), "--languages", "en"];
    const { code, stderr } = await runHere(match, { arguments: given, input: '{"id": 1}\n' });
    expect(code).toBe(1);
    expect(stderr).toContain("line 1");
  });

  const texts = ["refund please", "https://example.com refund please", "zxqv wvu"];
  const input = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join("");
  const speaks = async (...given: readonly string[]) => {
    const { stdout } = await runHere(match, {
      arguments: ["--knowledge", writeFiles(pack), "--languages", "en", ...given],
      input,
    });
    return stdout
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line).speaks);
  };

  it.each([
    ["mentions", [false, false, false]],
    ["all", [true, false, false]],
  ])("says with --unasked %s whether the bot would speak to it", async (mode, said) => {
    expect(await speaks("--unasked", mode)).toEqual(said);
  });

  it("says nothing about it otherwise", async () => {
    expect(await speaks()).toEqual([undefined, undefined, undefined]);
  });

  it("names the modes for one that is none", async () => {
    const given = ["--knowledge", writeFiles(pack), "--languages", "en", "--unasked", "question"];
    const { code, stdout, stderr } = await runHere(match, { arguments: given, input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('--unasked is one of mentions, questions, all, not "question"\n');
    expect(stderr).not.toContain("    at ");
  });
});

describe("preview and check", () => {
  it("preview prints every message of an entry, and offers the nearest when there is none of that name", async () => {
    const environment = bilingual();
    const shown = await runProgram("preview", {
      arguments: ["lost-key", "--locale", "en"],
      environment,
    });
    expect(shown.stdout).toContain("Look under the mat.");
    expect(shown.stdout).toContain("Look once more.");
    const unknown = await runHere(preview, { arguments: ["lost-kee"], environment });
    expect(unknown).toMatchObject({
      code: 2,
      stderr: 'there is no entry "lost-kee": did you mean "lost-key"?\n',
    });
  });

  it("preview shows points in time in the zone of the machine", async () => {
    const environment = {
      KNOWLEDGE_DIR: path.join(import.meta.dirname, "..", "rendered", "pack"),
      DATA_DIR: temporaryFolder(),
      TZ: "Asia/Ho_Chi_Minh",
    };
    const [en, vi] = await Promise.all(
      ["en", "vi"].map((locale) =>
        runProgram("preview", { arguments: ["every-block", "--locale", locale], environment }),
      ),
    );
    expect(en?.stdout).toContain("I'll keep the draft until Nov 27, 2026, 07:00 GMT+7.");
    expect(vi?.stdout).toContain("07:00 GMT+7 27 thg 11, 2026");
  });

  it("preview shows the short answers of an entry under one title", async () => {
    const entry = draftEntry("lost-key", {
      body: "1. Look.\n\n## Questions\n### How long does it take?\nAn **hour** or so.\n",
    });
    const environment = { KNOWLEDGE_DIR: writeFiles(entry) };
    const { stdout } = await runHere(preview, { arguments: ["lost-key"], environment });
    expect(stdout).toMatch(/Questions about this\s+How long does it take\?\s+An hour or so\./);
  });

  it("preview shows a language that is only begun, with English where it says nothing", async () => {
    const environment = {
      KNOWLEDGE_DIR: writeFiles({
        ...draftEntry("lost-key", { body: "1. Look.\n" }),
        "languages/es.yaml": "draft: true\nname: Español\nbuttons:\n  solved: Resuelto\n",
        "lost-key/es.md": "---\ntitle: Perdí la llave\nphrases: [no encuentro mi llave]\n---\n1. Busque.\n",
      }),
    };
    const { stdout } = await runHere(preview, { arguments: ["lost-key", "--locale", "es"], environment });
    expect(stdout).toMatch(/^Perdí la llave\s+1\. Busque\./);
    expect(stdout).toContain("[1] Resuelto\n[2] Still stuck");
  });

  it("check lists the faults of the loader and the rules of the pack at once", async () => {
    const folder = writeFiles({
      ...draftEntry("lost-key", { yaml: "kind: answer\nrelated: [nowhere]" }),
    });
    const { code, stderr } = await runHere(checkKnowledge, { environment: { KNOWLEDGE_DIR: folder } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/lost-key\/entry\.yaml:2: .*nowhere/);
    expect(stderr).toContain("source: name the pages that the facts come from");
    expect(stderr).toContain("phrases: 1, needed are at least 15");
  });

  it("check lists every fault of a broken pack with file and line, and exits with 1", async () => {
    const folder = writeFiles({
      ...smallPack,
      "lost-key/entry.yaml": "kind: answer\nrelated: [nowhere]\n",
      "lost-key/vi.md": vietnamese("Mất chìa khoá", "tôi làm mất chìa khoá nhà rồi"),
    });
    const { code, stderr } = await runHere(checkKnowledge, { environment: { KNOWLEDGE_DIR: folder } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/lost-key\/entry\.yaml:2: .*nowhere/);
    expect(stderr).toMatch(/stuck-window\/vi\.md: missing/);
  });
});

describe("chat and report", () => {
  it("chat says how it is used, and names an argument that it doesn't know", async () => {
    const asked = await runProgram("chat", { arguments: ["--help"] });
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining("npx signpost chat") });
    const wrong = await runProgram("chat", { arguments: ["--quick"] });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("there is no option --quick") });
  });

  it("chat answers each line of a pipe and exits with 0", async () => {
    const { code, stdout, stderr } = await runProgram("chat", {
      input: "my key is lost\n2\ntiếng Việt\n",
      environment: bilingual(),
    });
    expect(code).toBe(0);
    expect(stderr).toContain("Learning the knowledge");
    expect(stdout).toContain("Look once more.");
    expect(stdout).toContain("Mình cùng xem thêm nhé");
  });

  it("report counts what is in the store, which at first is nothing", async () => {
    const environment = { DATA_DIR: temporaryFolder() };
    expect(await runProgram("report", { environment })).toMatchObject({
      code: 0,
      stdout: "nothing recorded in the last 30 days\n",
    });
  });
});
