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

/** The knowledge could not be used; the message holds every fault. */
export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly faults: readonly Fault[];

  constructor(folder: string, faults: readonly Fault[]) {
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    super(
      [`The knowledge in ${folder} has ${count}:`, ...faults.map((fault) => `  ${formatFault(fault)}`)].join(
        "\n",
      ),
    );
    this.faults = faults;
  }
}
