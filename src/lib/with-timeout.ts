import { setTimeout as wait } from "node:timers/promises";

/** The promise's value, or a rejection if it takes longer than so many milliseconds. The promise itself goes on. */
export async function withTimeout<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = wait(milliseconds, undefined, { signal: done.signal }).then((): never => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => {});
    done.abort();
  }
}
