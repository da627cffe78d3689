import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..", "..");

/** A script for an empty page, of some code that stands in the project's folder. */
export async function buildSample(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return outputFiles[0]?.text ?? "";
}
