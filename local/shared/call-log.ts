const maxCalls = 10_000;

/** Keeps and logs the last `maxCalls` calls. */
export interface CallLog<Call> {
  readonly calls: readonly Call[];
  record(call: Call): void;
}

export function createCallLog<Call>(
  log: (line: string) => void,
  toLine: (call: Call) => string,
): CallLog<Call> {
  const calls: Call[] = [];
  return {
    calls,
    record: (call) => {
      calls.push(call);
      if (calls.length > maxCalls) calls.shift();
      log(toLine(call));
    },
  };
}
