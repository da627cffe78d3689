import path from "node:path";

/** Something wrong in a file of the knowledge, and what to do about it. */
export interface Fault {
  /** Path as the reader would open it. */
  readonly file: string;
  /** 1-based; absent when the fault is the file as a whole. */
  readonly line?: number;
  readonly message: string;
}

export function formatFault({ file, line, message }: Fault): string {
  return line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}

/** A path as somebody in the current folder would write it: without what leads to that folder, if it lies in it. */
export function fromHere(file: string): string {
  const rest = path.relative(process.cwd(), file);
  return rest.startsWith("..") || path.isAbsolute(rest) ? file : rest || ".";
}

/** The knowledge could not be used; the message holds every fault. */
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
