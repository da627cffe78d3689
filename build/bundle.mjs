import { readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { hashSources } from "../src/learning/source-hashes.mjs";
import { buildPage } from "./page.mjs";
import { root } from "./sources.mjs";

/**
 * @typedef {object} Destination
 * @property {string} home where the folder will stand when the program runs; in a package, below the project's folder
 * @property {boolean} isPackaged whether it runs without its sources
 */

/**
 * Writes the program as plain JavaScript: the commands, what they load by name, and the page of the playground.
 * @param {string} target an empty folder
 * @param {Destination} destination
 * @returns {Promise<void>}
 */
export async function bundle(target, destination) {
  await Promise.all([bundleProgram(target, destination), bundlePage(path.join(target, "page"))]);
}

/** @param {string} target */
async function bundlePage(target) {
  await mkdir(target, { recursive: true });
  for (const [name, contents] of await buildPage()) await writeFile(path.join(target, name), contents);
}

/** What esbuild can't take into a bundle: itself, and packages with native code. */
const external = [
  "esbuild",
  "tsx",
  "@photostructure/sqlite",
  "pg-native",
  "bufferutil",
  "utf-8-validate",
  "zlib-sync",
];

/** @param {string} target @param {Destination} destination */
async function bundleProgram(target, { home, isPackaged }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...commands(), "src/learning/worker.ts", ...localPlatforms()],
    outbase: root,
    outdir: target,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external,
    define: {
      BUILT_PROGRAM: "signpostProgram",
      IS_PACKAGED: JSON.stringify(isPackaged),
      SOURCE_HASHES: JSON.stringify(hashSources(path.join(root, "src"))),
    },
    banner: { js: banner },
    plugins: [keepPlaces],
    logLevel: "silent",
  });
  for (const { path: file, text } of outputFiles) {
    const folder = path.dirname(path.join(home, path.relative(target, file)));
    const placed = text
      .replace(placeOfRoot, () => addressFrom(folder, root))
      .replace(placeOfProgram, () => addressFrom(folder, home));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, placed);
  }
}

const placeOfRoot = "signpost:root";
const placeOfProgram = "signpost:program";

/** What each file begins with: where it stands, and the `require` that packages in CommonJS call. */
const banner = `
import { createRequire } from "node:module";
import { fileURLToPath as signpostPath } from "node:url";
const signpostRootUrl = new URL("${placeOfRoot}", import.meta.url);
const signpostProgram = signpostPath(new URL("${placeOfProgram}", import.meta.url));
const require = createRequire(new URL("cli/", signpostRootUrl));
`;

/**
 * The address of a folder: relative where both are in the project's folder, which may then be moved.
 * @param {string} folder
 * @param {string} other
 * @returns {string}
 */
function addressFrom(folder, other) {
  const isInside =
    !path.relative(root, folder).startsWith("..") && !path.isAbsolute(path.relative(root, folder));
  if (!isInside) return pathToFileURL(path.join(other, path.sep)).href;
  return `./${path.relative(folder, other).replaceAll(path.sep, "/")}/`;
}

/**
 * Files of ours that look for others beside themselves find them where the source stands, or would stand.
 * @type {import("esbuild").Plugin}
 */
const keepPlaces = {
  name: "keep-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
      const source = await readFile(file, "utf8");
      const place = path.relative(root, file).replaceAll(path.sep, "/");
      const at = (/** @type {string} */ name) =>
        `signpostPath(new URL(${JSON.stringify(name)}, signpostRootUrl))`;
      const contents = source
        .replaceAll("import.meta.dirname", at(path.posix.dirname(place)))
        .replaceAll("import.meta.filename", at(place))
        .replaceAll("import.meta.url", `new URL(${JSON.stringify(place)}, signpostRootUrl).href`);
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
