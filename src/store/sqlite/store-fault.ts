/**
 * Why the database can't be used.
 * - `locked`: another process is writing.
 * - `corrupt`: the file is damaged, or is no database.
 * - `full`, `readonly`: nothing can be written.
 * - `unreachable`: the file can't be opened, read or written.
 */
export interface StoreFault {
  readonly kind: "locked" | "corrupt" | "full" | "readonly" | "unreachable";
  /** In a few words. */
  readonly reason: string;
}

/** sqlite.org/rescode.html. By message: errors of prepared statements carry no code (@photostructure/sqlite 1.2). */
const faultsByMessage: readonly (readonly [RegExp, StoreFault])[] = [
  [/database (table )?is locked/, { kind: "locked", reason: "locked by another process" }],
  [/disk image is malformed|file is not a database/, { kind: "corrupt", reason: "the file is damaged" }],
  [/disk is full|ENOSPC|EDQUOT/, { kind: "full", reason: "disk full" }],
  [/readonly database|EROFS|EACCES|EPERM/, { kind: "readonly", reason: "read-only" }],
  [
    /disk I\/O error|unable to open database|ENOENT|ENOTDIR|EISDIR|EIO\b/,
    { kind: "unreachable", reason: "the disk can't be reached" },
  ],
];

/** Reads the cause of a failure; undefined if it does not come from the file or its disk. */
export function readStoreFault(error: unknown): StoreFault | undefined {
  const message = error instanceof Error ? error.message : String(error);
  return faultsByMessage.find(([pattern]) => pattern.test(message))?.[1];
}
