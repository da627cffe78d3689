import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { filesInContext, readIgnoreFile } from "./build-context.ts";
import { type Instruction, readDockerfile, type Stage } from "./dockerfile.ts";

const root = path.join(import.meta.dirname, "..", "..");

/** The image, as far as it can be made without Docker: each stage is a folder, whose paths stand for those of a root. */
export interface Image {
  /** What is where the image has an absolute path. */
  readonly locate: (place: string) => string;
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stage: Stage;
}

/**
 * Runs the steps of our Dockerfile in an empty folder, as they stand but for three: `npm ci` copies the packages that it
 * would fetch from those that are installed here, the base image is this machine, and nothing changes its owner.
 */
export function buildImage(folder: string): Image {
  const stages = readDockerfile(path.join(root, "Dockerfile"));
  // Each stage has the same root while it runs, since the places of files are written into the program.
  const place = path.join(folder, "root");
  const keptAs = (alias: string) => path.join(folder, `stage-${alias}`);
  let image: Image | undefined;
  for (const stage of stages) {
    if (image) renameSync(place, keptAs(image.stage.alias ?? ""));
    mkdirSync(place);
    image = stage.instructions.reduce((made, each) => step(made, each, keptAs), emptyImage(place, stage));
  }
  if (!image) throw new Error("the Dockerfile has no stage");
  return image;
}

function emptyImage(folder: string, stage: Stage): Image {
  return { locate: (place) => path.join(folder, place), workingFolder: folder, environment: {}, stage };
}

/** Where the root of an earlier stage is kept. */
type FindStage = (alias: string) => string;

function step(image: Image, { name, text }: Instruction, from: FindStage): Image {
  switch (name) {
    case "WORKDIR":
      mkdirSync(image.locate(text), { recursive: true });
      return { ...image, workingFolder: image.locate(text) };
    case "ENV":
      return { ...image, environment: { ...image.environment, ...readPairs(text) } };
    case "COPY":
      copy(image, text, from);
      return image;
    case "RUN":
      runStep(image, text);
      return image;
    default:
      return image;
  }
}

function readPairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(text.split(/\s+/).map((pair) => pair.split("=")));
}

function copy({ workingFolder }: Image, text: string, from: FindStage): void {
  const [, alias, given = ""] = /^(?:--from=(\S+) )?(.*)$/.exec(text) ?? [];
  const names = given.split(" ");
  const target = path.resolve(workingFolder, names.pop() ?? "");
  if (alias !== undefined) {
    for (const name of names) copyFolder(path.join(from(alias), name), target);
    return;
  }
  const context = filesInContext(root, readIgnoreFile(path.join(root, ".dockerignore")));
  const copied = context.filter((file) => names.includes(".") || names.includes(file));
  for (const file of copied) cpSync(path.join(root, file), path.join(target, file), { recursive: true });
}

function runStep({ workingFolder, environment, locate }: Image, text: string): void {
  if (text.startsWith("npm ci ")) {
    copyPackages(workingFolder);
    return;
  }
  const command = text
    .replaceAll(/ --(?:owner|group)=\w+/g, "")
    .replaceAll(/(?<= )\/\w+/g, (place) => locate(place));
  execFileSync("sh", ["-c", command], {
    cwd: workingFolder,
    env: environmentFor(environment),
    stdio: "pipe",
  });
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

/** Copies what `npm ci --omit=dev` installs: those of the lock file that not only development needs. */
function copyPackages(target: string): void {
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(path.join(target, "package-lock.json"), "utf8")),
  );
  for (const [name, { dev, devOptional }] of Object.entries(packages)) {
    // What stands in another package is copied with it, and what is not here is for other systems.
    const isOutermost = name.lastIndexOf("node_modules/") === 0;
    const installed = path.join(root, name);
    if (isOutermost && !dev && !devOptional && existsSync(installed))
      copyFolder(installed, path.join(target, name));
  }
}

/** By the system's own program, which takes a fraction of the time. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  execFileSync("cp", ["-R", `${from}/.`, to]);
}

/** The environment of a step, with the Node.js that runs this. */
export function environmentFor(set: Readonly<Record<string, string>>) {
  return { PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`, HOME: "/nonexistent", ...set };
}
