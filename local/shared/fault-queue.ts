/** What was asked to go wrong and has not yet. */
export interface FaultQueue<Fault> {
  add(fault: Fault): void;
  /** The next fault that strikes here, which is then used up. */
  take(strikes: (fault: Fault) => boolean): Fault | undefined;
}

export function createFaultQueue<Fault>(): FaultQueue<Fault> {
  let waiting: readonly Fault[] = [];
  return {
    add: (fault) => {
      waiting = [...waiting, fault];
    },
    take: (strikes) => {
      const found = waiting.find(strikes);
      waiting = waiting.filter((fault) => fault !== found);
      return found;
    },
  };
}
