import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A file and the modules it imports: files of ours by their path from the root, packages by their name. */
export interface Module {
  readonly file: string;
  readonly imports: readonly string[];
}

/** Which parts of the house may be imported from where. */
export interface Rule {
  readonly from: RegExp;
  /** What files that match `from` may import of ours. */
  readonly mayImport: RegExp;
}

/** The imports that no rule allows, as `file -> import`. */
export function forbidden(modules: readonly Module[], rules: readonly Rule[]): readonly string[] {
  return modules.flatMap(({ file, imports }) => {
    const rule = rules.find(({ from }) => from.test(file));
    if (!rule) return [`${file} -> (no rule for this place)`];
    return imports
      .filter((name) => isOurs(name) && !rule.mayImport.test(name))
      .map((name) => `${file} -> ${name}`);
  });
}

export function isOurs(name: string): boolean {
  return ["src/", "adapters/", "playground/", "soak/", "bench/", "tests/"].some((folder) =>
    name.startsWith(folder),
  );
}

/** Every module below some folders, as the TypeScript compiler reads its imports. */
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
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name));
}
