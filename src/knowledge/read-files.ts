import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** All files with a name below a folder, in the same order on every system. */
export function filesNamed(name: string, folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const file = path.join(folder, item.name);
      if (item.isDirectory()) return filesNamed(name, file);
      return item.name === name ? [file] : [];
    });
}

/** All YAML files in folders with a name below a folder, in the same order on every system. */
export function filesIn(name: string, folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const inner = path.join(folder, item.name);
      if (item.name !== name) return filesIn(name, inner);
      const files = readdirSync(inner).filter((file) => file.endsWith(".yaml"));
      return files.sort().map((file) => path.join(inner, file));
    });
}

/** A file's text without byte order mark and with \n line ends. */
export function readLines(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}
