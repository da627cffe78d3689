import { readFileSync } from "node:fs";

/** One instruction of a Dockerfile: `RUN`, with all that follows on its line and the lines it goes on in. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** What one FROM begins. */
export interface Stage {
  readonly from: string;
  /** As COPY --from calls it. */
  readonly alias: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** Reads the instructions of a Dockerfile, by stages: without heredocs, which ours has none of. */
export function readDockerfile(file: string): readonly Stage[] {
  const text = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .replaceAll(/\\\n/g, " ");
  const stages: { from: string; alias: string | undefined; instructions: Instruction[] }[] = [];
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const [, name = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (name === "") throw new Error(`no instruction: ${line}`);
    const [, from = "", alias] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
    if (name === "FROM") stages.push({ from, alias, instructions: [] });
    else stages.at(-1)?.instructions.push({ name, text: rest });
  }
  return stages;
}

/** The texts of a stage's instructions of one name. */
export function all({ instructions }: Stage, name: string): readonly string[] {
  return instructions.filter((each) => each.name === name).map(({ text }) => text);
}

/** The words of a command in exec form. @throws if it is in shell form */
export function execForm(text: string): readonly string[] {
  const words: unknown = JSON.parse(text.replace(/^.*?CMD /, ""));
  if (!Array.isArray(words)) throw new Error(`not in exec form: ${text}`);
  return words.map(String);
}

/** The command that a HEALTHCHECK runs, and its options by their names. */
export function healthcheckOf(text: string) {
  const [options = "", command = ""] = text.split(" CMD ");
  return {
    command: execForm(command),
    options: Object.fromEntries(options.split(" ").map((option) => option.replace("--", "").split("="))),
  };
}

/** What ENV sets, all in one. */
export function environmentOf(stage: Stage): Readonly<Record<string, string>> {
  const pairs = all(stage, "ENV").flatMap((text) => text.split(/\s+/).map((pair) => pair.split("=")));
  return Object.fromEntries(pairs);
}
