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
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { KnowledgeParts } from "../knowledge/knowledge.ts";
import type { Model } from "../matching/model.ts";

/** What is cached: the knowledge as it was read, and the model learned from it. */
interface Cached {
  readonly knowledge: KnowledgeParts;
  readonly model: Model;
}

/** The newest of each kind, and one to go back to. */
const maxCached = 2;
const checksumLength = 32;

/** What was cached with this fingerprint; undefined if there is nothing, or its file is damaged. */
export function readCached<K extends keyof Cached>(
  kind: K,
  folder: string,
  fingerprint: string,
): Cached[K] | undefined {
  const file = fileOf(kind, folder, fingerprint);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const body = bytes.subarray(checksumLength);
  if (!checksum(body).equals(bytes.subarray(0, checksumLength))) return undefined;
  try {
    return deserialize(inflateRawSync(body));
  } catch {
    // Written by a newer Node.js than this one.
    return undefined;
  }
}

/**
 * Stores a value atomically, and deletes all of its kind but the newest `maxCached`.
 * @throws if the folder is not writable
 */
export function writeCached<K extends keyof Cached>(
  kind: K,
  folder: string,
  fingerprint: string,
  value: Cached[K],
): void {
  mkdirSync(folder, { recursive: true });
  const body = deflateRawSync(serialize(value));
  const file = fileOf(kind, folder, fingerprint);
  const unfinished = `${file}.${process.pid}-${threadId}.unfinished`;
  writeFileSync(unfinished, Buffer.concat([checksum(body), body]));
  renameSync(unfinished, file);
  const byAge = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`) && !name.includes("."))
    .map((name) => ({ name, changed: changedAt(path.join(folder, name)) }))
    .sort((a, b) => b.changed - a.changed);
  for (const { name } of byAge.slice(maxCached)) rmSync(path.join(folder, name), { force: true });
}

/** Milliseconds since 1970; 0 if another process has just deleted the file. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function fileOf(kind: keyof Cached, folder: string, fingerprint: string): string {
  return path.join(folder, `${kind}-${fingerprint}`);
}

function checksum(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
