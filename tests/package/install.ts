import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cloneProject, type Ended } from "../build/clone.ts";

const root = path.join(import.meta.dirname, "..", "..");
const ofNetwork = /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|network/;

/** Runs a program with nothing of this process's environment but where programs and the cache of npm are. */
export function runIn(
  folder: string,
  [program = "", ...given]: readonly string[],
  { environment = {}, input = "" }: { environment?: Readonly<Record<string, string>>; input?: string } = {},
): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...npmSettings(), ...environment };
  return new Promise((resolve) => {
    const child = execFile(program, given, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** Where npm is told to find packages. */
function npmSettings(): Readonly<Record<string, string>> {
  const names = ["npm_config_registry", "npm_config_cache", "npm_config_userconfig"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/**
 * Packs the sources, over a small pack of knowledge.
 * @param work an empty folder
 * @returns the tarball's path
 */
export async function packProject(work: string): Promise<string> {
  const { folder } = cloneProject(path.join(work, "clone"));
  const { code, stderr } = await runIn(folder, ["npm", "pack", "--silent", "--pack-destination", work]);
  const tarball = readdirSync(work).find((name) => name.endsWith(".tgz"));
  if (code !== 0 || tarball === undefined) throw new Error(`npm pack failed: ${stderr}`);
  return path.join(work, tarball);
}

export async function filesOf(tarball: string): Promise<readonly string[]> {
  const { stdout } = await runIn(path.dirname(tarball), ["tar", "-tzf", tarball]);
  return stdout
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\//, ""));
}

/**
 * Installs the tarball as an operator would, without scripts and without the packages for development. Where npm can't get
 * at the packages (no network, and not all of them in its cache), puts the tarball's files in their place by hand, beside
 * the packages that are not part of the built program; which it says.
 * @param folder an empty one
 */
export async function installPackage(tarball: string, folder: string): Promise<void> {
  // Without it, npm would install into the nearest folder above that has one.
  writeFileSync(path.join(folder, "package.json"), "{}");
  const flags = ["--omit=dev", "--ignore-scripts", "--prefer-offline", "--fetch-retries=0"];
  const install = ["npm", "install", ...flags, "--no-audit", "--no-fund", tarball];
  const { code, stderr } = await runIn(folder, install);
  if (code === 0) return;
  if (!ofNetwork.test(stderr)) throw new Error(`npm install failed: ${stderr}`);
  console.warn(
    "package: npm can't install without a network, so the tarball's files are put in place by hand",
  );
  await installByHand(tarball, path.join(folder, "node_modules"));
}

async function installByHand(tarball: string, modules: string): Promise<void> {
  const home = path.join(modules, "signpost");
  for (const name of [home, path.join(modules, ".bin"), path.join(modules, "@photostructure")])
    mkdirSync(name, { recursive: true });
  const { code, stderr } = await runIn(home, ["tar", "-xzf", tarball, "--strip-components=1"]);
  if (code !== 0) throw new Error(`tar failed: ${stderr}`);
  symlinkSync("../signpost/build/signpost.mjs", path.join(modules, ".bin", "signpost"));
  for (const name of ["@photostructure/sqlite", "node-gyp-build", "dotenv"])
    cpSync(path.join(root, "node_modules", name), path.join(modules, name), { recursive: true });
}
