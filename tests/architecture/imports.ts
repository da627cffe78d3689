import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A file and what it imports: our own files by their path from the root, packages by their name. */
export interface Module {
  readonly file: string;
  readonly imports: readonly string[];
}

/** Which folders a folder may import beside itself. The longest folder that a file is in counts. */
export type ImportTable = Readonly<Record<string, readonly string[]>>;

/** The imports that the table does not allow, as `file -> import`. */
export function forbidden(modules: readonly Module[], table: ImportTable): readonly string[] {
  const folders = Object.keys(table).toSorted((one, other) => other.length - one.length);
  const isIn = (file: string, folder: string) => file.startsWith(`${folder}/`);
  return modules.flatMap(({ file, imports }) => {
    const folder = folders.find((one) => isIn(file, one));
    if (folder === undefined) return [`${file} -> (this folder is not in the table)`];
    const allowed = [folder, ...(table[folder] ?? [])];
    return imports
      .filter((name) => isOurs(name) && !allowed.some((one) => isIn(name, one)))
      .map((name) => `${file} -> ${name}`);
  });
}

const topFolders = ["build", "src", "adapters", "cli", "local", "playground", "soak", "bench", "tests"];

export function isOurs(name: string): boolean {
  return topFolders.some((folder) => name.startsWith(`${folder}/`));
}

/** Every module below some folders, with its imports as the TypeScript compiler reads them. */
export function readModules(root: string, folders: readonly string[]): readonly Module[] {
  return folders.flatMap((folder) =>
    filesBelow(path.join(root, folder)).map((file) => ({
      file: path.relative(root, file),
      imports: importsOf(readFileSync(file, "utf8")).map((name) =>
        name.startsWith(".") ? path.relative(root, path.resolve(path.dirname(file), name)) : name,
      ),
    })),
  );
}

export function importsOf(source: string): readonly string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}

function filesBelow(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = names.filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.includes("node_modules"));
  return sources.map((name) => path.join(folder, name));
}
