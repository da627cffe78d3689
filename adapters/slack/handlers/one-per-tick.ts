/**
 * Lets those who wait go on one after the other, each in a turn of the event loop of its own: what has to be quick,
 * as the acknowledgements of fifty people at once, comes in between.
 */
export function createTickQueue(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
