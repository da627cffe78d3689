import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** All files of a name in a folder and the folders in it, in the same order on every system. */
export function filesNamed(name: string, folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const file = path.join(folder, item.name);
      if (item.isDirectory()) return filesNamed(name, file);
      return item.name === name ? [file] : [];
    });
}

/** A file's text as if it had been written on any system: no byte order mark, \n at the end of lines. */
export function readLines(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}
