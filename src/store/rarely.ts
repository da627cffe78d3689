/** How long the result of a check holds, in milliseconds. */
const checkTtlMs = 1000;

/** The call, at most once a second; in between its last result. */
export function rarely<T>(call: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly result: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at >= checkTtlMs) last = { at: performance.now(), result: call() };
    return last.result;
  };
}
