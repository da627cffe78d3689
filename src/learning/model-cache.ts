import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { threadId } from "node:worker_threads";
import type { Model } from "../matching/model.ts";

/** The newest model, and one to go back to. */
const maxCachedModels = 2;
const prefix = "model-";
const finishedName = /^model-[^.]+$/;
const checksumLength = 32;

/** The model with this fingerprint; undefined if there is none or its file is damaged. */
export function readCachedModel(folder: string, fingerprint: string): Model | undefined {
  const file = fileOf(folder, fingerprint);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const body = bytes.subarray(checksumLength);
  if (!checksum(body).equals(bytes.subarray(0, checksumLength))) return undefined;
  try {
    return deserialize(body);
  } catch {
    // Written by a newer Node.js than this one.
    return undefined;
  }
}

/**
 * Stores a model atomically, and deletes all but the newest `maxCachedModels`.
 * @throws if the folder is not writable
 */
export function cacheModel(folder: string, fingerprint: string, model: Model): void {
  mkdirSync(folder, { recursive: true });
  const body = serialize(model);
  const file = fileOf(folder, fingerprint);
  const unfinished = `${file}.${process.pid}-${threadId}.unfinished`;
  writeFileSync(unfinished, Buffer.concat([checksum(body), body]));
  renameSync(unfinished, file);
  const byAge = readdirSync(folder)
    .filter((name) => finishedName.test(name))
    .map((name) => ({ name, changed: changedAt(path.join(folder, name)) }))
    .sort((a, b) => b.changed - a.changed);
  for (const { name } of byAge.slice(maxCachedModels)) rmSync(path.join(folder, name), { force: true });
}

/** Milliseconds since 1970; 0 if another process has just deleted the file. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function fileOf(folder: string, fingerprint: string): string {
  return path.join(folder, `${prefix}${fingerprint}`);
}

function checksum(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
