import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sourceFolders } from "../../build/sources.mjs";
import { smallPack } from "../support/small-pack.ts";
import { temporaryFolder } from "../support/temporary.ts";

const root = path.join(import.meta.dirname, "..", "..");
const copied = [...sourceFolders, "package.json", "package-lock.json"];

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A clone of the project that nothing was built in, over a small pack. Its packages are those of this one.
 * @param folder an empty one
 */
export function cloneProject(folder = temporaryFolder()) {
  for (const name of copied) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  cpSync(path.join(root, "knowledge", "languages"), path.join(folder, "knowledge", "languages"), {
    recursive: true,
  });
  for (const [name, text] of Object.entries(smallPack)) {
    const file = path.join(folder, "knowledge", "pack", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  const file = (name: string) => path.join(folder, name);

  return {
    folder,
    run: (
      script: string,
      given: readonly string[] = [],
      environment: Readonly<Record<string, string>> = {},
    ) =>
      new Promise<Ended>((resolve) => {
        const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
        execFile(
          process.execPath,
          [file(script), ...given],
          { cwd: temporaryFolder(), env },
          (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
        );
      }),
    edit: (name: string, before: string, after: string) => {
      const source = readFileSync(file(name), "utf8");
      if (!source.includes(before)) throw new Error(`${name} has no ${before}`);
      writeFileSync(file(name), source.replace(before, after));
    },
    /** The files below a folder whose names begin so. */
    filesIn: (name: string, prefix: string) =>
      readdirSync(file(name), { recursive: true, encoding: "utf8" })
        .filter((each) => path.basename(each).startsWith(prefix))
        .map((each) => path.join(file(name), each)),
    write: (name: string, text: string) => writeFileSync(file(name), text),
  };
}
