import { readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { buildPage } from "./page.mjs";
import { root } from "./sources.mjs";

/**
 * Writes the program as plain JavaScript: the commands, what they load by name, and the page of the playground.
 * @param {string} target an empty folder
 * @param {string} home where the folder will stand when the program runs
 * @returns {Promise<void>}
 */
export async function bundle(target, home) {
  await Promise.all([bundleProgram(target, home), bundlePage(path.join(target, "page"))]);
}

/** @param {string} target */
async function bundlePage(target) {
  await mkdir(target, { recursive: true });
  for (const [name, contents] of await buildPage()) await writeFile(path.join(target, name), contents);
}

/** What esbuild can't take into a bundle: itself, and packages with native code. */
const external = ["esbuild", "tsx", "@photostructure/sqlite", "bufferutil", "utf-8-validate", "zlib-sync"];

/** @param {string} target @param {string} home */
async function bundleProgram(target, home) {
  await build({
    absWorkingDir: root,
    entryPoints: [...commands(), "src/learning/worker.ts", ...localPlatforms()],
    outbase: root,
    outdir: target,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external,
    define: { BUILT_PROGRAM: JSON.stringify(home) },
    // Packages in CommonJS call `require`.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(${urlOf("cli")});`,
    },
    plugins: [keepPlaces],
    logLevel: "silent",
  });
}

/**
 * Files of ours that look for others beside themselves find them where the source stands.
 * @type {import("esbuild").Plugin}
 */
const keepPlaces = {
  name: "keep-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
      const source = await readFile(file, "utf8");
      const contents = source
        .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file)))
        .replaceAll("import.meta.filename", JSON.stringify(file))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href));
      return { contents, loader: "ts" };
    });
  },
};

function commands() {
  return readdirSync(path.join(root, "cli"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `cli/${file}`);
}

/** The playground's platforms, which it loads by their names. */
function localPlatforms() {
  return readdirSync(path.join(root, "playground"), { withFileTypes: true, recursive: true })
    .filter(({ name }) => name === "local-platform.ts")
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
    .filter((file) => file !== path.join("playground", "server", "local-platform.ts"));
}

/** @param {string} folder */
function urlOf(folder) {
  return JSON.stringify(pathToFileURL(path.join(root, folder, path.sep)).href);
}
