/** Faults that a test has requested and that have not been injected yet. */
export interface FaultQueue<Fault> {
  add(fault: Fault): void;
  /**
   * A fault that applies again and again, wherever no other one does.
   * @returns ends it
   */
  always(fault: Fault): () => void;
  /** The first fault that applies, which is removed unless it lasts. */
  take(applies: (fault: Fault) => boolean): Fault | undefined;
}

export function createFaultQueue<Fault>(): FaultQueue<Fault> {
  let queue: readonly Fault[] = [];
  let lasting: readonly Fault[] = [];
  return {
    add: (fault) => {
      queue = [...queue, fault];
    },
    always: (fault) => {
      lasting = [...lasting, fault];
      return () => {
        lasting = lasting.filter((other) => other !== fault);
      };
    },
    take: (applies) => {
      const found = queue.find(applies);
      queue = queue.filter((fault) => fault !== found);
      return found ?? lasting.find(applies);
    },
  };
}
