/** Faults that a test has requested and that have not been injected yet. */
export interface FaultQueue<Fault> {
  add(fault: Fault): void;
  /** Removes and returns the first fault that applies. */
  take(applies: (fault: Fault) => boolean): Fault | undefined;
}

export function createFaultQueue<Fault>(): FaultQueue<Fault> {
  let queue: readonly Fault[] = [];
  return {
    add: (fault) => {
      queue = [...queue, fault];
    },
    take: (applies) => {
      const found = queue.find(applies);
      queue = queue.filter((fault) => fault !== found);
      return found;
    },
  };
}
