import type { Store } from "../../store/store.ts";
import type { Instruments } from "./instruments.ts";

/** @param elapsed milliseconds since any moment */
export function measureStore(
  store: Store,
  { store: times, unfinished }: Instruments,
  elapsed: () => number,
): Store {
  const timed =
    <Given extends readonly unknown[], Result>(
      operation: keyof Store,
      call: (...given: Given) => Promise<Result>,
    ) =>
    async (...given: Given): Promise<Result> => {
      const begun = elapsed();
      const note = (result: "ok" | "failed") =>
        times.observe({ operation, result }, (elapsed() - begun) / 1000);
      try {
        const result = await call(...given);
        note("ok");
        return result;
      } catch (error) {
        note("failed");
        throw error;
      }
    };
  return {
    ...store,
    claim: timed("claim", store.claim),
    earlier: timed("earlier", store.earlier),
    leave: timed("leave", store.leave),
    renew: timed("renew", store.renew),
    finish: timed("finish", store.finish),
    unfinished: timed("unfinished", async () => {
      const found = await store.unfinished();
      unfinished.set(found.length);
      return found;
    }),
    claimed: timed("claimed", store.claimed),
    get: timed("get", store.get),
    find: timed("find", store.find),
    set: timed("set", store.set),
    append: timed("append", store.append),
    read: timed("read", store.read),
    write: timed("write", store.write),
    check: timed("check", store.check),
    scrub: timed("scrub", store.scrub),
    close: timed("close", store.close),
  };
}
