import type { Store } from "../../src/store/store.ts";

/** Notes what some methods of a store are given, as JSON. */
export function notedStore(
  inner: Store,
  written: string[],
  methods: readonly ("claim" | "set" | "append" | "write")[],
): Store {
  const note = <A extends readonly unknown[], R>(act: (...given: A) => R) => {
    return (...given: A): R => {
      written.push(JSON.stringify(given));
      return act(...given);
    };
  };
  const noted = {
    claim: note(inner.claim),
    set: note(inner.set),
    append: note(inner.append),
    write: note(inner.write),
  };
  return { ...inner, ...Object.fromEntries(methods.map((method) => [method, noted[method]])) };
}
