import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Whether a path is in the context of a build. */
type Rule = (file: string) => boolean;

/**
 * Reads a .dockerignore as Docker does: a pattern is about a path and all below it, and the last one that fits decides.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function readIgnoreFile(file: string): Rule {
  const patterns = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ isLetIn: line.startsWith("!"), matches: toExpression(line.replace(/^!/, "")) }));
  return (name) => patterns.findLast(({ matches }) => matches.test(name))?.isLetIn ?? true;
}

function toExpression(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("**/", "\0")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]")
    .replaceAll("\0", "(?:.*/)?");
  return new RegExp(`^${source}(?:/.*)?$`);
}

/** The files of a folder that are sent to the build. */
export function filesInContext(folder: string, isLetIn: Rule): readonly string[] {
  const below = (relative: string): readonly string[] =>
    readdirSync(path.join(folder, relative), { withFileTypes: true }).flatMap((item) => {
      const name = path.posix.join(relative, item.name);
      // What is left out may still hold something that is let in, but never here.
      if (item.isDirectory()) return ["node_modules", ".git"].includes(item.name) ? [] : below(name);
      return isLetIn(name) ? [name] : [];
    });
  return below("");
}
