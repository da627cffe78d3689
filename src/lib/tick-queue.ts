/**
 * Lets waiting callers continue one per turn of the event loop. In a burst of events, work that must not wait, such as
 * acknowledgements, runs in between.
 */
export function createTickQueue(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
