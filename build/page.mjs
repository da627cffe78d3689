import path from "node:path";
import { build } from "esbuild";
import { root } from "./sources.mjs";

/**
 * The script and the styles of the playground's page, which run in a browser, by their file names.
 * @returns {Promise<ReadonlyMap<string, Uint8Array>>}
 */
export async function buildPage() {
  const { outputFiles } = await build({
    entryPoints: [{ in: path.join(root, "playground", "client", "main.tsx"), out: "app" }],
    outdir: "/",
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
}
