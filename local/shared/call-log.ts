const callsKept = 10_000;

/** The last 10,000 calls. */
export interface CallLog<Call> {
  readonly kept: readonly Call[];
  record(call: Call): void;
}

export function createCallLog<Call>(
  log: (line: string) => void,
  toLine: (call: Call) => string,
): CallLog<Call> {
  const kept: Call[] = [];
  return {
    kept,
    record: (call) => {
      kept.push(call);
      if (kept.length > callsKept) kept.shift();
      log(toLine(call));
    },
  };
}
