import path from "node:path";

/** A fault in a file of the knowledge, and what to do about it. */
export interface Fault {
  /** Path relative to the current folder, if the file is below it. */
  readonly file: string;
  /** 1-based; absent for faults of the whole file. */
  readonly line?: number;
  readonly message: string;
}

export function formatFault({ file, line, message }: Fault): string {
  return line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}

/** Faults by file and line. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort(
    (one, other) => one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0),
  );
}

/** A path relative to the current folder if it is below it, else unchanged. */
export function fromHere(file: string): string {
  const rest = path.relative(process.cwd(), file);
  return rest.startsWith("..") || path.isAbsolute(rest) ? file : rest || ".";
}

/** The knowledge can't be used; the message lists every fault. */
export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly faults: readonly Fault[];

  constructor(folder: string, faults: readonly Fault[]) {
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    super(
      [
        `The knowledge in ${fromHere(folder)} has ${count}:`,
        ...faults.map((fault) => `  ${formatFault(fault)}`),
      ].join("\n"),
    );
    this.faults = faults;
  }
}
